-- rename table users to audit.users
alter table "public"."users" set schema "audit";

-- and back: rename table audit.users to users
alter table "audit"."users" set schema "public";
