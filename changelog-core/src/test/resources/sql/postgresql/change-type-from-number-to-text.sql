-- change type of posts.number to text
alter table "public"."posts" alter column "number" set data type text;

-- and back: change type of posts.number to bigint
alter table "public"."posts" alter column "number" set data type bigint using "number"::bigint;
