-- rename partition E 27 of events to e_27
alter table "public"."E 27" rename to "e_27";

-- and back: rename partition e_27 of events to E 27
alter table "public"."e_27" rename to "E 27";
