-- set default of orders.ticket
alter table "public"."orders" alter column "ticket" set default (nextval('orders_id_seq'));

-- and back: remove default of orders.ticket
alter table "public"."orders" alter column "ticket" drop default;
