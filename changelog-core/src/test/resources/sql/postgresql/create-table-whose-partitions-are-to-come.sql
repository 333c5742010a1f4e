-- create table metrics
create table "public"."metrics" (
  "id" integer,
  "Taken At" timestamp with time zone,
  "value" double precision
) partition by range ("Taken At", "value");

-- and back: drop table metrics
drop table "public"."metrics";
