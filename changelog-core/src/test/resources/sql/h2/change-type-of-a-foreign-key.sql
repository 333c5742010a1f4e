-- change type of posts.author_id to integer
-- outside a transaction
alter table "public"."posts" alter column "author_id" set data type integer;

-- and back: change type of posts.author_id to bigint
-- outside a transaction
alter table "public"."posts" alter column "author_id" set data type bigint;
