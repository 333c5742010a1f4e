-- add unique users_bio_key to users
-- outside a transaction
alter table "public"."users" add constraint "users_bio_key" unique nulls not distinct ("id", "bio");

-- and back: drop constraint users_bio_key of users
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_bio_key";
