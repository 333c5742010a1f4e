-- add column users.domain
-- outside a transaction
alter table "public"."users" add column "domain" varchar generated always as (split_part(email, '@', 2));

-- and back: drop column users.domain
-- outside a transaction
alter table "public"."users" drop column "domain";
