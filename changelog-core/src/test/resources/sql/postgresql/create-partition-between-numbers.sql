-- create partition m of metrics
create table "public"."m" (like "public"."metrics" including defaults including constraints including generated including storage including compression);
alter table "public"."metrics" attach partition "public"."m" for values from (-5, 0.5) to (7, maxvalue);

-- and back: drop partition m of metrics
drop table "public"."m";
