-- add column users.verified_at
alter table "public"."users" add column "verified_at" timestamp with time zone;

-- and back: drop column users.verified_at
alter table "public"."users" drop column "verified_at";
