-- remove the expression of codes.code
-- outside a transaction
alter table "public"."codes" alter column "code" drop expression;

-- and back: set the expression of codes.code
-- outside a transaction
alter table "public"."codes" alter column "code" integer not null generated always as (id + 1);
