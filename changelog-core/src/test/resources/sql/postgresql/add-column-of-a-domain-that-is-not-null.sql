-- add column users.mail
alter table "public"."users" add column "mail" "public"."must" default 'x@y';
alter table "public"."users" alter column "mail" drop default;

-- and back: drop column users.mail
alter table "public"."users" drop column "mail";
