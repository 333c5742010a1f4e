-- add column users.mail
-- outside a transaction
alter table "public"."users" add column "mail" varchar;
update "public"."users" set "mail" = email;
-- outside a transaction
alter table "public"."users" alter column "mail" set data type "public"."must";
-- outside a transaction
alter table "public"."users" alter column "mail" set default 'a';
-- outside a transaction
alter table "public"."users" alter column "mail" set not null;

-- and back: drop column users.mail
-- outside a transaction
alter table "public"."users" drop column "mail";
