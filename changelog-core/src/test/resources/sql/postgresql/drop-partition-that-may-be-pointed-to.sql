-- drop partition E 27 of events
alter table "public"."events" detach partition "public"."E 27";
drop table "public"."E 27";

-- and back: create partition E 27 of events
create table "public"."E 27" (like "public"."events" including defaults including constraints including generated including storage including compression);
alter table "public"."events" attach partition "public"."E 27" for values from ('2027-1-1') to (maxvalue);
