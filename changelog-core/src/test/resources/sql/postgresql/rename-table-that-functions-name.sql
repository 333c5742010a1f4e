-- rename table posts to audit.articles
alter table "public"."posts" rename to "articles";
alter table "public"."articles" set schema "audit";

-- and back: rename table audit.articles to posts
alter table "audit"."articles" rename to "posts";
alter table "audit"."posts" set schema "public";
