-- add column users.domain
alter table "public"."users" add column "domain" text generated always as (lower(bio)) virtual;

-- and back: drop column users.domain
alter table "public"."users" drop column "domain";
