-- rename function add(integer) to audit.plus(integer)
alter function "public"."add"(integer) rename to "plus";
alter function "public"."plus"(integer) set schema "audit";

-- and back: rename function audit.plus(integer) to add(integer)
alter function "audit"."plus"(integer) rename to "add";
alter function "audit"."add"(integer) set schema "public";
