-- add column users.name
-- outside a transaction
alter table "public"."users" add column "name" varchar;
update "public"."users" set "name" = split_part(email, '@', 1);
-- outside a transaction
alter table "public"."users" alter column "name" set not null;

-- and back: drop column users.name
-- outside a transaction
alter table "public"."users" drop column "name";
