-- drop column posts.number
-- outside a transaction
alter table "public"."posts" drop column "number";

-- and back: add column posts.number
-- outside a transaction
alter table "public"."posts" add column "number" bigint not null default 0;
-- outside a transaction
alter table "public"."posts" alter column "number" drop default;
