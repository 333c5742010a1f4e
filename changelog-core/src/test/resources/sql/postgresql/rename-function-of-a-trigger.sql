-- rename function touch() to audit.stamp()
alter function "public"."touch"() rename to "stamp";
alter function "public"."stamp"() set schema "audit";

-- and back: rename function audit.stamp() to touch()
alter function "audit"."stamp"() rename to "touch";
alter function "audit"."touch"() set schema "public";
