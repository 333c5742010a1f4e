-- remove identity of posts.id
-- outside a transaction
alter table "public"."posts" alter column "id" drop identity;

-- and back: set identity of posts.id
-- outside a transaction
alter table "public"."posts" alter column "id" integer not null generated always as identity;
-- outside a transaction
alter table "public"."posts" alter column "id" restart with (select greatest((select identity_base from information_schema.columns where table_schema = 'public' and table_name = 'posts' and column_name = 'id'), coalesce(max("id") + 1, 1)) from "public"."posts");
