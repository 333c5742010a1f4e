-- change type of posts.title to varchar(20)
-- outside a transaction
alter table "public"."posts" alter column "title" set data type varchar(20);

-- and back: change type of posts.title to varchar(200)
-- outside a transaction
alter table "public"."posts" alter column "title" set data type varchar(200);
