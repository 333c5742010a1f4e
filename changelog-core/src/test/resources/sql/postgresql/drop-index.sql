-- drop index users_handle_idx of users
drop index "public"."users_handle_idx";

-- and back: create index users_handle_idx on users
create unique index "users_handle_idx" on "public"."users" ("handle");
comment on index "public"."users_handle_idx" is 'One handle each.';
