-- create table notes
create table "public"."notes" (
  "body" text
) with (autovacuum_vacuum_scale_factor = 0.05, fillfactor = 70, toast.autovacuum_enabled = false);

-- and back: drop table notes
drop table "public"."notes";
