-- create index users_born_idx on users
create unique index "users_born_idx" on "public"."users" ("id", "born") nulls not distinct;

-- and back: drop index users_born_idx of users
drop index "public"."users_born_idx";
