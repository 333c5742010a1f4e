-- rename column orders.id to no
alter table "public"."orders" rename column "id" to "no";

-- and back: rename column orders.no to id
alter table "public"."orders" rename column "no" to "id";
