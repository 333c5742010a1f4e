-- create index users_bio_idx on users
create index "users_bio_idx" on "public"."users" ("bio");

-- and back: drop index users_bio_idx of users
drop index "public"."users_bio_idx";
