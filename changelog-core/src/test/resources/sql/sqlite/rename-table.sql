-- rename table users to members
alter table "users" rename to "members";

-- and back: rename table members to users
alter table "members" rename to "users";
