-- enable row security of users
alter table "public"."users" enable row level security;

-- and back: disable row security of users
alter table "public"."users" disable row level security;
