-- add foreign key f to events
-- outside a transaction
alter table "public"."events" add constraint "f" foreign key ("id") references "public"."teams" ("id");

-- and back: drop constraint f of events
-- outside a transaction
alter table "public"."events" drop constraint if exists "f";
