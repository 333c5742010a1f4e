-- rename table users to audit.members
alter table "public"."users" set schema "audit";
alter table "audit"."users" rename to "members";

-- and back: rename table audit.members to users
alter table "audit"."members" rename to "users";
alter table "audit"."users" set schema "public";
