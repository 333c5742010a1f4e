-- add check c to events
alter table "public"."events" add constraint "c" check (id > 0);

-- and back: drop constraint c of events
alter table "public"."events" drop constraint "c";
