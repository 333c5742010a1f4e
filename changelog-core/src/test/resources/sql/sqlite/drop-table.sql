-- drop table posts
drop table "posts";

-- and back: create table posts
create table "posts" (
  "id" integer constraint "posts_pkey" primary key autoincrement,
  "author_id" bigint not null,
  "title" varchar(200) not null,
  "body" text,
  "number" bigint not null,
  "posted_at" timestamptz not null default current_timestamp,
  constraint "posts_author_id_fkey" foreign key ("author_id") references "users" ("id") on delete cascade
);
create index "posts_author_id_idx" on "posts" ("author_id");
