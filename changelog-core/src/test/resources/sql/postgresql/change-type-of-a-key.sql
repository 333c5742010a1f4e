-- change type of posts.id to bigint
alter table "public"."posts" alter column "id" set data type bigint;

-- and back: change type of posts.id to integer
alter table "public"."posts" alter column "id" set data type integer;
