-- rename table events to happenings
alter table "events" rename to "happenings";

-- and back: rename table happenings to events
alter table "happenings" rename to "events";
