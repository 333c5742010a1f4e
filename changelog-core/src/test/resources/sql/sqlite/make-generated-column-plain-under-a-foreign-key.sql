-- remove the expression of codes.code
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'codes' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'codes' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_codes" (
  "id" integer,
  "code" integer not null,
  constraint "codes_pkey" primary key ("code"),
  constraint "codes_id_code_key" unique ("id", "code")
);
insert into "robot_new_codes" ("id", "code")
  select "id", "code"
  from "codes";
drop table "codes";
pragma legacy_alter_table = on;
alter table "robot_new_codes" rename to "codes";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('uses');
drop table temp."robot_dangling";

-- and back: remove the expression of codes.code
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'codes' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'codes' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_codes" (
  "id" integer,
  "code" integer not null,
  constraint "codes_pkey" primary key ("code"),
  constraint "codes_id_code_key" unique ("id", "code")
);
insert into "robot_new_codes" ("id", "code")
  select "id", "code"
  from "codes";
drop table "codes";
pragma legacy_alter_table = on;
alter table "robot_new_codes" rename to "codes";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('uses');
drop table temp."robot_dangling";
