-- add foreign key posts_number_fkey to posts
alter table "public"."posts" add constraint "posts_number_fkey" foreign key ("number") references "public"."users" ("id") on delete set default on update cascade deferrable;

-- and back: drop constraint posts_number_fkey of posts
alter table "public"."posts" drop constraint "posts_number_fkey";
