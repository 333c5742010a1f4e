-- rename table events to happenings
-- outside a transaction
alter table "public"."events" rename to "happenings";

-- and back: rename table happenings to events
-- outside a transaction
alter table "public"."happenings" rename to "events";
