-- rename procedure tidy() to audit.sweep()
alter procedure "public"."tidy"() rename to "sweep";
alter procedure "public"."sweep"() set schema "audit";

-- and back: rename procedure audit.sweep() to tidy()
alter procedure "audit"."sweep"() rename to "tidy";
alter procedure "audit"."tidy"() set schema "public";
