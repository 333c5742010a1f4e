-- alter sequence ticket
alter sequence "public"."ticket" as smallint minvalue 1 maxvalue 32767;

-- and back: alter sequence ticket
alter sequence "public"."ticket" as bigint minvalue 1 maxvalue 9223372036854775807;
