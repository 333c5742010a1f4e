-- add check c to events
-- outside a transaction
alter table "public"."events" add constraint "c" check (id > 0);

-- and back: drop constraint c of events
-- outside a transaction
alter table "public"."events" drop constraint if exists "c";
