-- alter sequence ticket
alter sequence "public"."ticket" increment by -1 minvalue -9223372036854775808 maxvalue -1 start with -1 restart;

-- and back: alter sequence ticket
alter sequence "public"."ticket" increment by 1 minvalue 1 maxvalue 9223372036854775807 start with 1 restart;
