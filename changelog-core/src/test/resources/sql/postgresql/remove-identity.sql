-- remove identity of posts.id
alter table "public"."posts" alter column "id" drop identity;

-- and back: set identity of posts.id
alter table "public"."posts" alter column "id" add generated always as identity;
select setval(pg_get_serial_sequence('"public"."posts"', 'id'), max("id")) from "public"."posts" having max("id") > coalesce(pg_sequence_last_value(pg_get_serial_sequence('"public"."posts"', 'id')::regclass), 0);
