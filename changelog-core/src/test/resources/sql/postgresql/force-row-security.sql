-- force row security of users
alter table "public"."users" enable row level security, force row level security;

-- and back: disable row security of users
alter table "public"."users" no force row level security, disable row level security;
