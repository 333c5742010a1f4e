-- set the expression of events.twice
-- outside a transaction
alter table "public"."events" alter column "twice" bigint generated always as (id * 3);

-- and back: set the expression of events.twice
-- outside a transaction
alter table "public"."events" alter column "twice" bigint generated always as (id * 2);
