-- set the expression of events.twice
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'events' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'events' and sql is not null and (type = 'trigger' or type = 'index' and name not in ('events_at_idx', 'by note'));
create table "robot_new_events" (
  "id" bigint not null,
  "at" date not null,
  "the Role" text default 'citizen' check ("the Role" in ('citizen', 'moderator', 'overlord')),
  "team_id" bigint,
  "note" varchar(80),
  "twice" bigint generated always as (id * 3) stored,
  constraint "events_pkey" primary key ("id", "at"),
  constraint "events_note_key" unique ("note", "at"),
  constraint "events_note_check" check (note <> ''),
  constraint "events_team_id_fkey" foreign key ("team_id") references "teams" ("id") on delete set null
);
insert into "robot_new_events" ("id", "at", "the Role", "team_id", "note")
  select "id", "at", "the Role", "team_id", "note"
  from "events";
drop table "events";
pragma legacy_alter_table = on;
alter table "robot_new_events" rename to "events";
pragma legacy_alter_table = off;
create index "events_at_idx" on "events" ("at");
create index "by note" on "events" ((lower(note))) where (note is not null);
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('events');
drop table temp."robot_dangling";

-- and back: set the expression of events.twice
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'events' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'events' and sql is not null and (type = 'trigger' or type = 'index' and name not in ('events_at_idx', 'by note'));
create table "robot_new_events" (
  "id" bigint not null,
  "at" date not null,
  "the Role" text default 'citizen' check ("the Role" in ('citizen', 'moderator', 'overlord')),
  "team_id" bigint,
  "note" varchar(80),
  "twice" bigint generated always as (id * 2) stored,
  constraint "events_pkey" primary key ("id", "at"),
  constraint "events_note_key" unique ("note", "at"),
  constraint "events_note_check" check (note <> ''),
  constraint "events_team_id_fkey" foreign key ("team_id") references "teams" ("id") on delete set null
);
insert into "robot_new_events" ("id", "at", "the Role", "team_id", "note")
  select "id", "at", "the Role", "team_id", "note"
  from "events";
drop table "events";
pragma legacy_alter_table = on;
alter table "robot_new_events" rename to "events";
pragma legacy_alter_table = off;
create index "events_at_idx" on "events" ("at");
create index "by note" on "events" ((lower(note))) where (note is not null);
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('events');
drop table temp."robot_dangling";
