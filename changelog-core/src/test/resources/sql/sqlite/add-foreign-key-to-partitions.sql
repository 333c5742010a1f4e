-- add foreign key notes_again_fkey to notes
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'notes' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'notes' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_notes" (
  "event" bigint,
  "at" date,
  constraint "notes_fkey" foreign key ("event", "at") references "events" ("id", "at"),
  constraint "notes_again_fkey" foreign key ("event", "at") references "events" ("id", "at") on delete cascade
);
insert into "robot_new_notes" ("event", "at")
  select "event", "at"
  from "notes";
drop table "notes";
pragma legacy_alter_table = on;
alter table "robot_new_notes" rename to "notes";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('notes');
drop table temp."robot_dangling";

-- and back: drop constraint notes_again_fkey of notes
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'notes' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'notes' and sql is not null and (type = 'trigger' or type = 'index');
create table "robot_new_notes" (
  "event" bigint,
  "at" date,
  constraint "notes_fkey" foreign key ("event", "at") references "events" ("id", "at")
);
insert into "robot_new_notes" ("event", "at")
  select "event", "at"
  from "notes";
drop table "notes";
pragma legacy_alter_table = on;
alter table "robot_new_notes" rename to "notes";
pragma legacy_alter_table = off;
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('notes');
drop table temp."robot_dangling";
