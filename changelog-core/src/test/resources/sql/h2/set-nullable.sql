-- make posts.number nullable
-- outside a transaction
alter table "public"."posts" alter column "number" drop not null;

-- and back: make posts.number not null
update "public"."posts" set "number" = 0 where "number" is null;
-- outside a transaction
alter table "public"."posts" alter column "number" set not null;
