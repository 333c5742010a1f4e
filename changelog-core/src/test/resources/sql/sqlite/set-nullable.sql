-- make posts.number nullable
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'posts' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'posts' and sql is not null and (type = 'trigger' or type = 'index' and name not in ('posts_author_id_idx'));
create table "robot_new_posts" (
  "id" integer constraint "posts_pkey" primary key autoincrement,
  "author_id" bigint not null,
  "title" varchar(200) not null,
  "body" text,
  "number" bigint,
  "posted_at" timestamptz not null default current_timestamp,
  constraint "posts_author_id_fkey" foreign key ("author_id") references "users" ("id") on delete cascade
);
insert into "robot_new_posts" ("id", "author_id", "title", "body", "number", "posted_at")
  select "id", "author_id", "title", "body", "number", "posted_at"
  from "posts";
delete from sqlite_sequence where name = 'robot_new_posts';
insert into sqlite_sequence (name, seq) select 'robot_new_posts', seq from sqlite_sequence where name = 'posts';
drop table "posts";
pragma legacy_alter_table = on;
alter table "robot_new_posts" rename to "posts";
pragma legacy_alter_table = off;
create index "posts_author_id_idx" on "posts" ("author_id");
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts');
drop table temp."robot_dangling";

-- and back: make posts.number not null
create temp table "robot_kept" (type text, name text, tbl_name text, sql text, constraint "'posts' has no index that no changelog made, and only numbers where its types want them" check (type = 'trigger'));
insert into temp."robot_kept" select type, name, tbl_name, sql from main.sqlite_schema
  where tbl_name = 'posts' and sql is not null and (type = 'trigger' or type = 'index' and name not in ('posts_author_id_idx'));
create table "robot_new_posts" (
  "id" integer constraint "posts_pkey" primary key autoincrement,
  "author_id" bigint not null,
  "title" varchar(200) not null,
  "body" text,
  "number" bigint not null,
  "posted_at" timestamptz not null default current_timestamp,
  constraint "posts_author_id_fkey" foreign key ("author_id") references "users" ("id") on delete cascade
);
insert into "robot_new_posts" ("id", "author_id", "title", "body", "number", "posted_at")
  select "id", "author_id", "title", "body", coalesce("number", 0), "posted_at"
  from "posts";
delete from sqlite_sequence where name = 'robot_new_posts';
insert into sqlite_sequence (name, seq) select 'robot_new_posts', seq from sqlite_sequence where name = 'posts';
drop table "posts";
pragma legacy_alter_table = on;
alter table "robot_new_posts" rename to "posts";
pragma legacy_alter_table = off;
create index "posts_author_id_idx" on "posts" ("author_id");
pragma writable_schema = on;
insert into main.sqlite_schema (type, name, tbl_name, rootpage, sql) select type, name, tbl_name, 0, sql from temp."robot_kept";
pragma writable_schema = reset;
drop table temp."robot_kept";
create temp table "robot_dangling" (found text, constraint "each foreign key finds its row" check (found is null));
insert into temp."robot_dangling"
  select "table" || ' ' || coalesce(rowid, '') || ' to ' || parent from pragma_foreign_key_check('posts');
drop table temp."robot_dangling";
