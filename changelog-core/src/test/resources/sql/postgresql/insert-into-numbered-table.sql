-- insert 2 rows into posts
insert into "public"."posts" ("id", "author_id", "title", "number") overriding system value values
  (9, 1, 'Ho', 1),
  (10, 1, 'He', 2);
select setval(pg_get_serial_sequence('"public"."posts"', 'id'), max("id")) from "public"."posts" having max("id") > coalesce(pg_sequence_last_value(pg_get_serial_sequence('"public"."posts"', 'id')::regclass), 0);

-- and back: delete 2 rows inserted into posts
delete from "public"."posts" where "id" in (9, 10);
