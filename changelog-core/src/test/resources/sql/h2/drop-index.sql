-- drop index users_handle_idx of users
-- outside a transaction
drop index "public"."users_handle_idx";

-- and back: create index users_handle_idx on users
-- outside a transaction
create unique index "users_handle_idx" on "public"."users" ("handle");
-- outside a transaction
comment on index "public"."users_handle_idx" is 'One handle each.';
