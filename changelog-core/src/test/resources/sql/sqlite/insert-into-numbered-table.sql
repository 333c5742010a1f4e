-- insert 2 rows into posts
insert into "posts" ("id", "author_id", "title", "number") values
  (9, 1, 'Ho', 1),
  (10, 1, 'He', 2);
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts');
drop table temp."robot_dangling";

-- and back: delete 2 rows inserted into posts
delete from "posts" where "id" in (9, 10);
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts');
drop table temp."robot_dangling";
