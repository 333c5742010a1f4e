-- add column users.verified
-- outside a transaction
alter table "public"."users" add column "verified" boolean not null default false;
-- outside a transaction
alter table "public"."users" alter column "verified" drop default;

-- and back: drop column users.verified
-- outside a transaction
alter table "public"."users" drop column "verified";
