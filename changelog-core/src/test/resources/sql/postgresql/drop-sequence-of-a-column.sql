-- drop sequence ticket
drop sequence "public"."ticket";

-- and back: create sequence ticket
create sequence "public"."ticket" maxvalue 99 owned by "public"."users"."score";
