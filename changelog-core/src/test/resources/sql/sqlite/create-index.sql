-- create index users_bio_idx on users
create index "users_bio_idx" on "users" ("bio");

-- and back: drop index users_bio_idx of users
drop index "users_bio_idx";
