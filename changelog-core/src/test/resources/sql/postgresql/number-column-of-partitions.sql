-- set identity of spread.id
alter table "public"."spread" alter column "id" add generated always as identity;
select setval(pg_get_serial_sequence('"public"."spread"', 'id'), max("id")) from "public"."spread" having max("id") > coalesce(pg_sequence_last_value(pg_get_serial_sequence('"public"."spread"', 'id')::regclass), 0);

-- and back: remove identity of spread.id
alter table "public"."spread" alter column "id" drop identity;
