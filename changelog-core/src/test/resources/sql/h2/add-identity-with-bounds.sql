-- set identity of posts.number
-- outside a transaction
alter table "public"."posts" alter column "number" bigint not null generated always as identity (start with 10 increment by 2 maxvalue 16);
-- outside a transaction
alter table "public"."posts" alter column "number" restart with (select greatest((select identity_base from information_schema.columns where table_schema = 'public' and table_name = 'posts' and column_name = 'number'), coalesce(max("number") + 1, 10)) from "public"."posts" where "number" < 16);

-- and back: remove identity of posts.number
-- outside a transaction
alter table "public"."posts" alter column "number" drop identity;
