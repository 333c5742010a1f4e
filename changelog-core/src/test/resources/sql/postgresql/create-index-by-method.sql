-- create index users_settings_idx on users
create index "users_settings_idx" on "public"."users" using gin ("settings" jsonb_path_ops);

-- and back: drop index users_settings_idx of users
drop index "public"."users_settings_idx";
