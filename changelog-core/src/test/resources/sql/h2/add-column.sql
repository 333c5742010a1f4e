-- add column users.verified_at
-- outside a transaction
alter table "public"."users" add column "verified_at" timestamp with time zone;

-- and back: drop column users.verified_at
-- outside a transaction
alter table "public"."users" drop column "verified_at";
