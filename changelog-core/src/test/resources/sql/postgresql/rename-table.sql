-- rename table users to members
alter table "public"."users" rename to "members";

-- and back: rename table members to users
alter table "public"."members" rename to "users";
