-- create partition e_25 of events
create table "public"."e_25" (like "public"."events" including defaults including constraints including generated including storage including compression);
alter table "public"."events" attach partition "public"."e_25" for values from ('2025-01-01') to ('2026-01-01');

-- and back: drop partition e_25 of events
drop table "public"."e_25";
