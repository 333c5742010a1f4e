-- set identity of spread.id
-- outside a transaction
alter table "public"."spread" alter column "id" integer not null generated always as identity;
-- outside a transaction
alter table "public"."spread" alter column "id" restart with (select greatest((select identity_base from information_schema.columns where table_schema = 'public' and table_name = 'spread' and column_name = 'id'), coalesce(max("id") + 1, 1)) from "public"."spread");

-- and back: remove identity of spread.id
-- outside a transaction
alter table "public"."spread" alter column "id" drop identity;
