-- rename constraint events_note_check of events to said
-- outside a transaction
alter table "public"."events" rename constraint "events_note_check" to "said";

-- and back: rename constraint said of events to events_note_check
-- outside a transaction
alter table "public"."events" rename constraint "said" to "events_note_check";
