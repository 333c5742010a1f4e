-- insert 3 rows into users
insert into "public"."users" ("id", "email", "role", "settings") values
  (50, 'd''or@example.org', 'citizen', json '{"a": 1}'),
  (51, 'eve@example.org', 'overlord', null);
insert into "public"."users" ("id", "email", "born") values
  (52, 'fay@example.org', current_date);
-- outside a transaction
alter table "public"."users" alter column "id" restart with (select greatest((select identity_base from information_schema.columns where table_schema = 'public' and table_name = 'users' and column_name = 'id'), coalesce(max("id") + 1, 1)) from "public"."users");

-- and back: delete 3 rows inserted into users
delete from "public"."users" where "id" in (50, 51, 52);
