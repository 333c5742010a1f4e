-- insert 3 rows into users
insert into "public"."users" ("id", "email", "role", "settings") values
  (50, 'd''or@example.org', 'citizen', '{"a": 1}'),
  (51, 'eve@example.org', 'overlord', null);
insert into "public"."users" ("id", "email", "born") values
  (52, 'fay@example.org', current_date);
set constraints all immediate;
set constraints all deferred;
select setval(pg_get_serial_sequence('"public"."users"', 'id'), max("id")) from "public"."users" having max("id") > coalesce(pg_sequence_last_value(pg_get_serial_sequence('"public"."users"', 'id')::regclass), 0);

-- and back: delete 3 rows inserted into users
delete from "public"."users" where "id" in (50, 51, 52);
