-- change type of posts.id to bigint
-- outside a transaction
alter table "public"."posts" alter column "id" set data type bigint;
-- outside a transaction
alter table "public"."posts" alter column "id" set no maxvalue;

-- and back: change type of posts.id to integer
-- outside a transaction
alter table "public"."posts" alter column "id" set data type integer;
-- outside a transaction
alter table "public"."posts" alter column "id" set no maxvalue;
