-- drop column events.team_id
-- outside a transaction
alter table "public"."events" drop column "team_id";

-- and back: add column events.team_id
-- outside a transaction
alter table "public"."events" add column "team_id" bigint;
