-- rename function one() to audit.one()
alter function "public"."one"() set schema "audit";

-- and back: rename function audit.one() to one()
alter function "audit"."one"() set schema "public";
