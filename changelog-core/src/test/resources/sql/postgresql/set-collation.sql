-- set collation of users.bio
alter table "public"."users" alter column "bio" set data type text collate "C";

-- and back: remove collation of users.bio
alter table "public"."users" alter column "bio" set data type text;
