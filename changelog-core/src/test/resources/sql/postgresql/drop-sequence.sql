-- drop sequence ticket
drop sequence "public"."ticket";

-- and back: create sequence ticket
create sequence "public"."ticket";
