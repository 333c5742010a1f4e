-- enable row security of users
alter table "public"."users" no force row level security;

-- and back: force row security of users
alter table "public"."users" force row level security;
