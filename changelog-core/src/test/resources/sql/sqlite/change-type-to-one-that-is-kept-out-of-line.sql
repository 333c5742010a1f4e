-- change type of notes.id to text
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'notes' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'notes' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_notes" (
  "id" text,
  "title" text
);
insert into "robot_new_notes" ("id", "title")
  select "id", "title"
  from "notes";
drop table "notes";
pragma legacy_alter_table = on;
alter table "robot_new_notes" rename to "notes";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";

-- and back: change type of notes.id to bigint
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'notes' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'notes' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_notes" (
  "id" bigint,
  "title" text
);
insert into "robot_new_notes" ("id", "title")
  select "id", "title"
  from "notes";
insert into temp."robot_kept" (type) select 'text' from "robot_new_notes" where typeof("id") in ('text', 'blob');
drop table "notes";
pragma legacy_alter_table = on;
alter table "robot_new_notes" rename to "notes";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
