-- insert 3 rows into users
insert into "users" ("id", "email", "role", "settings") values
  (50, 'd''or@example.org', 'citizen', '{"a": 1}'),
  (51, 'eve@example.org', 'overlord', null);
insert into "users" ("id", "email", "born") values
  (52, 'fay@example.org', current_date);
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts')
  union all select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('users');
drop table temp."robot_dangling";

-- and back: delete 3 rows inserted into users
delete from "users" where "id" in (50, 51, 52);
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts')
  union all select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('users');
drop table temp."robot_dangling";
