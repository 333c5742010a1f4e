-- rename enum audit.level to level
alter type "audit"."level" set schema "public";

-- and back: rename enum level to audit.level
alter type "public"."level" set schema "audit";
