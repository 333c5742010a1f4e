-- change type of posts.number to text
-- outside a transaction
alter table "public"."posts" alter column "number" set data type varchar;

-- and back: change type of posts.number to bigint
-- outside a transaction
alter table "public"."posts" alter column "number" set data type bigint;
