-- drop constraint posts_pkey of posts
alter table "public"."posts" drop constraint "posts_pkey";

-- and back: add primary key posts_pkey to posts
alter table "public"."posts" add constraint "posts_pkey" primary key ("id");
