-- update users where role <> 'overlord'
update "users" set "role" = 'citizen', "score" = score + 1, "bio" = null where role <> 'overlord';
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts')
  union all select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('users');
drop table temp."robot_dangling";

-- and back: sql none
