-- change type of events.note to text
-- outside a transaction
alter table "public"."events" drop constraint if exists "events_note_check";
-- outside a transaction
alter table "public"."events" alter column "note" set data type varchar;
-- outside a transaction
alter table "public"."events" add constraint "events_note_check" check (note <> '');

-- and back: change type of events.note to varchar(80)
-- outside a transaction
alter table "public"."events" drop constraint if exists "events_note_check";
-- outside a transaction
alter table "public"."events" alter column "note" set data type varchar(80);
-- outside a transaction
alter table "public"."events" add constraint "events_note_check" check (note <> '');
