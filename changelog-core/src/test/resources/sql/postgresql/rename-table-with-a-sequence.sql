-- rename table orders to audit.sales
alter table "public"."orders" rename to "sales";
alter table "public"."sales" set schema "audit";

-- and back: rename table audit.sales to orders
alter table "audit"."sales" rename to "orders";
alter table "audit"."orders" set schema "public";
