-- add primary key tags_pkey to tags
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'tags' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'tags' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_tags" (
  "id" integer not null,
  "name" text not null,
  "up" integer,
  constraint "tags_pkey" primary key ("id", "name")
);
insert into "robot_new_tags" ("id", "name", "up")
  select "id", "name", "up"
  from "tags";
drop table "tags";
pragma legacy_alter_table = on;
alter table "robot_new_tags" rename to "tags";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";

-- and back: drop constraint tags_pkey of tags
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'tags' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'tags' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_tags" (
  "id" integer not null,
  "name" text not null,
  "up" integer
);
insert into "robot_new_tags" ("id", "name", "up")
  select "id", "name", "up"
  from "tags";
drop table "tags";
pragma legacy_alter_table = on;
alter table "robot_new_tags" rename to "tags";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
