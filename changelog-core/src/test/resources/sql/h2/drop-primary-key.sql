-- drop constraint posts_pkey of posts
-- outside a transaction
alter table "public"."posts" drop constraint if exists "posts_pkey";

-- and back: add primary key posts_pkey to posts
-- outside a transaction
alter table "public"."posts" add constraint "posts_pkey" primary key ("id");
