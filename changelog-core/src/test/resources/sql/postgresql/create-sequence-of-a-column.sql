-- create sequence users no
create sequence "public"."users no" owned by "public"."users"."id";

-- and back: drop sequence users no
drop sequence "public"."users no";
