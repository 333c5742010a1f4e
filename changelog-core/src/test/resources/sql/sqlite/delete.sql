-- delete from posts where number > 5
delete from "posts" where number > 5;
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts');
drop table temp."robot_dangling";

-- and back: sql none
