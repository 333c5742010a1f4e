-- rename sequence orders_id_seq to order
alter sequence "public"."orders_id_seq" rename to "order";

-- and back: rename sequence order to orders_id_seq
alter sequence "public"."order" rename to "orders_id_seq";
