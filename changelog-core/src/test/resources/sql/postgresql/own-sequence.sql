-- alter sequence ticket
alter sequence "public"."ticket" owned by "public"."users"."id";

-- and back: alter sequence ticket
alter sequence "public"."ticket" owned by none;
