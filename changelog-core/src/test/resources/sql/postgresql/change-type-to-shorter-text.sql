-- change type of posts.title to varchar(20)
alter table "public"."posts" alter column "title" set data type varchar(20);

-- and back: change type of posts.title to varchar(200)
alter table "public"."posts" alter column "title" set data type varchar(200);
