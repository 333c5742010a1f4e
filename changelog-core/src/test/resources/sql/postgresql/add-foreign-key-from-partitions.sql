-- add foreign key f to events
alter table "public"."events" add constraint "f" foreign key ("id") references "public"."teams" ("id");

-- and back: drop constraint f of events
alter table "public"."events" drop constraint "f";
