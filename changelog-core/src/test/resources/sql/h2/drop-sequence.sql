-- drop sequence ticket
-- outside a transaction
drop sequence "public"."ticket";

-- and back: create sequence ticket
-- outside a transaction
create sequence "public"."ticket";
