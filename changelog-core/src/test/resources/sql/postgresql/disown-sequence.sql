-- alter sequence orders_id_seq
alter sequence "public"."orders_id_seq" owned by none;

-- and back: alter sequence orders_id_seq
alter sequence "public"."orders_id_seq" owned by "public"."orders"."id";
