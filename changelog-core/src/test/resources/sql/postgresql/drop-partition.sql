-- drop partition e_26 of events
drop table "public"."e_26";

-- and back: create partition e_26 of events
create table "public"."e_26" (like "public"."events" including defaults including constraints including generated including storage including compression);
alter table "public"."events" attach partition "public"."e_26" for values from ('2026-01-01') to ('2027-01-01');
