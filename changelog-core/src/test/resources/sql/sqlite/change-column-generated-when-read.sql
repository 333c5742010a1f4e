-- set the expression of rooms.twice
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'rooms' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'rooms' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_rooms" (
  "no" integer,
  "twice" integer generated always as (no + no) virtual,
  constraint "rooms_twice_check" check (twice > 0)
);
insert into "robot_new_rooms" ("no")
  select "no"
  from "rooms";
drop table "rooms";
pragma legacy_alter_table = on;
alter table "robot_new_rooms" rename to "rooms";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";

-- and back: set the expression of rooms.twice
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'rooms' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'rooms' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_rooms" (
  "no" integer,
  "twice" integer generated always as (no * 2) virtual,
  constraint "rooms_twice_check" check (twice > 0)
);
insert into "robot_new_rooms" ("no")
  select "no"
  from "rooms";
drop table "rooms";
pragma legacy_alter_table = on;
alter table "robot_new_rooms" rename to "rooms";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
