-- drop constraint posts_author_id_fkey of posts
-- outside a transaction
alter table "public"."posts" drop constraint if exists "posts_author_id_fkey";

-- and back: add foreign key posts_author_id_fkey to posts
-- outside a transaction
alter table "public"."posts" add constraint "posts_author_id_fkey" foreign key ("author_id") references "public"."users" ("id") on delete cascade;
