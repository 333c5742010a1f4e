-- drop table posts
-- outside a transaction
drop table "public"."posts";

-- and back: create table posts
-- outside a transaction
create table "public"."posts" (
  "id" integer not null generated always as identity,
  "author_id" bigint not null,
  "title" varchar(200) not null,
  "body" varchar,
  "number" bigint not null,
  "posted_at" timestamp with time zone not null default current_timestamp,
  constraint "posts_pkey" primary key ("id"),
  constraint "posts_author_id_fkey" foreign key ("author_id") references "public"."users" ("id") on delete cascade
);
-- outside a transaction
create index "posts_author_id_idx" on "public"."posts" ("author_id");
