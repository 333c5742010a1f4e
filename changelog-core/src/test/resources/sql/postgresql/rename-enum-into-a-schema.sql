-- rename enum user_role to audit.role
alter type "public"."user_role" rename to "role";
alter type "public"."role" set schema "audit";

-- and back: rename enum audit.role to user_role
alter type "audit"."role" rename to "user_role";
alter type "audit"."user_role" set schema "public";
