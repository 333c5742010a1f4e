-- rename table events to happenings
alter table "public"."events" rename to "happenings";

-- and back: rename table happenings to events
alter table "public"."happenings" rename to "events";
