-- insert 2 rows into posts
insert into "public"."posts" ("id", "author_id", "title", "number") overriding system value values
  (9, 1, 'Ho', 1),
  (10, 1, 'He', 2);
-- outside a transaction
alter table "public"."posts" alter column "id" restart with (select greatest((select identity_base from information_schema.columns where table_schema = 'public' and table_name = 'posts' and column_name = 'id'), coalesce(max("id") + 1, 1)) from "public"."posts");

-- and back: delete 2 rows inserted into posts
delete from "public"."posts" where "id" in (9, 10);
