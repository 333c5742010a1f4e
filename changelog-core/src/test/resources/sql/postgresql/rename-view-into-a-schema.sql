-- rename view active to audit.Active users
alter view "public"."active" rename to "Active users";
alter view "public"."Active users" set schema "audit";

-- and back: rename view audit.Active users to active
alter view "audit"."Active users" rename to "active";
alter view "audit"."active" set schema "public";
