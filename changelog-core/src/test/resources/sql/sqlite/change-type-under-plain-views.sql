-- change type of users.score to bigint
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'users' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'users' and sql is not null and (type = 'trigger' or type = 'index' and name not in ('users_role_idx', 'users_handle_idx'));
create table "robot_new_users" (
  "id" integer constraint "users_pkey" primary key autoincrement,
  "email" varchar(320) not null,
  "role" text not null default 'citizen' check ("role" in ('citizen', 'moderator', 'overlord')),
  "roles" text check ("roles" in ('citizen', 'moderator', 'overlord')),
  "score" bigint not null default 0,
  "age" text default '7',
  "team_id" bigint,
  "handle" text generated always as (lower(email)) stored,
  "bio" text,
  "born" date,
  "active" boolean not null default true,
  "settings" jsonb default '{}',
  constraint "users_email_key" unique ("email"),
  constraint "users_id_email_key" unique ("id", "email"),
  constraint "users_score_check" check (score >= 0),
  constraint "users_handle_check" check (handle <> ''),
  constraint "users_team_id_fkey" foreign key ("team_id") references "teams" ("id") deferrable initially deferred
);
insert into "robot_new_users" ("id", "email", "role", "roles", "score", "age", "team_id", "bio", "born", "active", "settings")
  select "id", "email", "role", "roles", "score", "age", "team_id", "bio", "born", "active", "settings"
  from "users";
delete from sqlite_sequence where name = 'robot_new_users';
insert into sqlite_sequence (name, seq) select 'robot_new_users', seq from sqlite_sequence where name = 'users';
insert into temp."robot_kept" (type) select 'text' from "robot_new_users" where typeof("score") in ('text', 'blob');
drop table "users";
pragma legacy_alter_table = on;
alter table "robot_new_users" rename to "users";
pragma legacy_alter_table = off;
create index "users_role_idx" on "users" ("role") where (role <> 'overlord');
create unique index "users_handle_idx" on "users" ("handle");
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts')
  union all select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('users');
drop table temp."robot_dangling";

-- and back: change type of users.score to integer
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'users' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'users' and sql is not null and (type = 'trigger' or type = 'index' and name not in ('users_role_idx', 'users_handle_idx'));
create table "robot_new_users" (
  "id" integer constraint "users_pkey" primary key autoincrement,
  "email" varchar(320) not null,
  "role" text not null default 'citizen' check ("role" in ('citizen', 'moderator', 'overlord')),
  "roles" text check ("roles" in ('citizen', 'moderator', 'overlord')),
  "score" integer not null default 0,
  "age" text default '7',
  "team_id" bigint,
  "handle" text generated always as (lower(email)) stored,
  "bio" text,
  "born" date,
  "active" boolean not null default true,
  "settings" jsonb default '{}',
  constraint "users_email_key" unique ("email"),
  constraint "users_id_email_key" unique ("id", "email"),
  constraint "users_score_check" check (score >= 0),
  constraint "users_handle_check" check (handle <> ''),
  constraint "users_team_id_fkey" foreign key ("team_id") references "teams" ("id") deferrable initially deferred
);
insert into "robot_new_users" ("id", "email", "role", "roles", "score", "age", "team_id", "bio", "born", "active", "settings")
  select "id", "email", "role", "roles", "score", "age", "team_id", "bio", "born", "active", "settings"
  from "users";
delete from sqlite_sequence where name = 'robot_new_users';
insert into sqlite_sequence (name, seq) select 'robot_new_users', seq from sqlite_sequence where name = 'users';
insert into temp."robot_kept" (type) select 'text' from "robot_new_users" where typeof("score") in ('text', 'blob');
drop table "users";
pragma legacy_alter_table = on;
alter table "robot_new_users" rename to "users";
pragma legacy_alter_table = off;
create index "users_role_idx" on "users" ("role") where (role <> 'overlord');
create unique index "users_handle_idx" on "users" ("handle");
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts')
  union all select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('users');
drop table temp."robot_dangling";
