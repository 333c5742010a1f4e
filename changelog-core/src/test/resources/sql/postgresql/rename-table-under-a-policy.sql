-- rename table posts to articles
alter table "public"."posts" rename to "articles";

-- and back: rename table articles to posts
alter table "public"."articles" rename to "posts";
