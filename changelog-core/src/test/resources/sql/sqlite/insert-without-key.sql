-- insert 2 rows into tags
insert into "tags" ("name") values
  ('new');
insert into "tags" default values;

-- and back: sql delete from tags
delete from tags;
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts')
  union all select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('users');
drop table temp."robot_dangling";
