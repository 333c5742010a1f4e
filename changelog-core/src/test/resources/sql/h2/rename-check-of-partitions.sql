-- rename constraint events_note_check of events to said
-- outside a transaction
alter table "public"."events" drop constraint if exists "events_note_check";
-- outside a transaction
alter table "public"."events" add constraint "said" check (note <> '');

-- and back: rename constraint said of events to events_note_check
-- outside a transaction
alter table "public"."events" drop constraint if exists "said";
-- outside a transaction
alter table "public"."events" add constraint "events_note_check" check (note <> '');
