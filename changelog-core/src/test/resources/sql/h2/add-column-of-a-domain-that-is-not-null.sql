-- add column users.mail
-- outside a transaction
alter table "public"."users" add column "mail" "public"."must" default 'x@y';
-- outside a transaction
alter table "public"."users" alter column "mail" drop default;

-- and back: drop column users.mail
-- outside a transaction
alter table "public"."users" drop column "mail";
