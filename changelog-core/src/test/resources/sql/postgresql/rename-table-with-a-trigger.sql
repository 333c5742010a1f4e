-- rename table users to audit.members
alter table "public"."users" rename to "members";
alter table "public"."members" set schema "audit";

-- and back: rename table audit.members to users
alter table "audit"."members" rename to "users";
alter table "audit"."users" set schema "public";
