-- add unique u to events
alter table "public"."events" add constraint "u" unique ("at", "team_id") deferrable initially deferred;

-- and back: drop constraint u of events
alter table "public"."events" drop constraint "u";
