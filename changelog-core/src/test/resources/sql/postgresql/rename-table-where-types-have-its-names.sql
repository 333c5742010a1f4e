-- rename table users to audit.members
alter table "public"."users" rename to "users__swap";
alter table "public"."users__swap" set schema "audit";
alter table "audit"."users__swap" rename to "members";

-- and back: rename table audit.members to users
alter table "audit"."members" rename to "members__swap";
alter table "audit"."members__swap" set schema "public";
alter table "public"."members__swap" rename to "users";
