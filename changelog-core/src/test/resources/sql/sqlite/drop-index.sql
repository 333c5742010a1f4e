-- drop index users_handle_idx of users
drop index "users_handle_idx";

-- and back: create index users_handle_idx on users
create unique index "users_handle_idx" on "users" ("handle");
