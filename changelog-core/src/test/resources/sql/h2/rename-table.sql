-- rename table users to members
-- outside a transaction
alter table "public"."users" rename to "members";

-- and back: rename table members to users
-- outside a transaction
alter table "public"."members" rename to "users";
