-- set the expression of orders.ticket
alter sequence "public"."ticket" owned by none;
alter table "public"."orders"
  drop column "ticket",
  add column "ticket" bigint generated always as (id * 2) stored;
alter sequence "public"."ticket" owned by "public"."orders"."ticket";

-- and back: remove the expression of orders.ticket
alter table "public"."orders" alter column "ticket" drop expression;
