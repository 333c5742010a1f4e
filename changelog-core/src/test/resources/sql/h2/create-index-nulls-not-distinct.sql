-- create index users_born_idx on users
-- outside a transaction
create unique nulls not distinct index "users_born_idx" on "public"."users" ("id", "born");

-- and back: drop index users_born_idx of users
-- outside a transaction
drop index "public"."users_born_idx";
