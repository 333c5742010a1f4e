-- create partition m of metrics
create table "public"."m" (like "public"."metrics" including defaults including constraints including generated including storage including compression);
alter table "public"."metrics" attach partition "public"."m" for values from ('2026-01-01') to ('2026-01-01 12:00+01');

-- and back: drop partition m of metrics
drop table "public"."m";
