-- set identity of posts.number
alter table "public"."posts" alter column "number" add generated always as identity (start with 10 increment by 2 maxvalue 16);
select setval(pg_get_serial_sequence('"public"."posts"', 'number'), max("number")) from "public"."posts" where "number" <= 16 having max("number") > coalesce(pg_sequence_last_value(pg_get_serial_sequence('"public"."posts"', 'number')::regclass), 9);

-- and back: remove identity of posts.number
alter table "public"."posts" alter column "number" drop identity;
