-- add foreign key notes_again_fkey to notes
-- outside a transaction
alter table "public"."notes" add constraint "notes_again_fkey" foreign key ("event", "at") references "public"."events" ("id", "at") on delete cascade;

-- and back: drop constraint notes_again_fkey of notes
-- outside a transaction
alter table "public"."notes" drop constraint if exists "notes_again_fkey";
