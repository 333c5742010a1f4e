-- create index users_bio_idx on users
-- outside a transaction
create index "users_bio_idx" on "public"."users" ("bio");

-- and back: drop index users_bio_idx of users
-- outside a transaction
drop index "public"."users_bio_idx";
