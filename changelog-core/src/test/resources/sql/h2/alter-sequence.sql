-- alter sequence ticket
-- outside a transaction
alter sequence "public"."ticket" increment by 2 maxvalue 99 start with 5 cache 3 cycle;

-- and back: alter sequence ticket
-- outside a transaction
alter sequence "public"."ticket" increment by 1 maxvalue 9223372036854775807 start with 1 cache 32 no cycle;
