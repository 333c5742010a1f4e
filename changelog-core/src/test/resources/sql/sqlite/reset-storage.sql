-- set storage parameters of notes
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'notes' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'notes' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_notes" (
  "id" bigint
);
insert into "robot_new_notes" ("id")
  select "id"
  from "notes";
drop table "notes";
pragma legacy_alter_table = on;
alter table "robot_new_notes" rename to "notes";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";

-- and back: set storage parameters of notes
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'notes' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'notes' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_notes" (
  "id" bigint
);
insert into "robot_new_notes" ("id")
  select "id"
  from "notes";
drop table "notes";
pragma legacy_alter_table = on;
alter table "robot_new_notes" rename to "notes";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
