-- add unique users_bio_key to users
alter table "public"."users" add constraint "users_bio_key" unique nulls not distinct ("id", "bio");

-- and back: drop constraint users_bio_key of users
alter table "public"."users" drop constraint "users_bio_key";
