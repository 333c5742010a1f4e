-- add column users.domain
alter table "public"."users" add column "domain" text generated always as (split_part(email, '@', 2)) stored;

-- and back: drop column users.domain
alter table "public"."users" drop column "domain";
