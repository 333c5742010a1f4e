-- rename constraint posts_author_id_fkey of posts to posts_user_fkey
-- outside a transaction
alter table "public"."posts" rename constraint "posts_author_id_fkey" to "posts_user_fkey";

-- and back: rename constraint posts_user_fkey of posts to posts_author_id_fkey
-- outside a transaction
alter table "public"."posts" rename constraint "posts_user_fkey" to "posts_author_id_fkey";
