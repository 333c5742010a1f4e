-- drop constraint posts_author_id_fkey of posts
alter table "public"."posts" drop constraint "posts_author_id_fkey";

-- and back: add foreign key posts_author_id_fkey to posts
alter table "public"."posts" add constraint "posts_author_id_fkey" foreign key ("author_id") references "public"."users" ("id") on delete cascade;
