-- create function audit.search(text, user_role[], timestamptz, bigint[])
set local check_function_bodies = off;
create function "audit"."search"("Word" text, "roles" "public"."user_role"[], "since" timestamp with time zone, variadic "ids" bigint[])
  returns table ("id" bigint, "role" "public"."user_role")
  language sql
  stable
  security definer
  as $body2$
  select id, role from users -- $body$ and $body1$, it's \ all the same
  where bio = "Word"
$body2$;
reset check_function_bodies;

-- and back: drop function audit.search(text, user_role[], timestamptz, bigint[])
drop function "audit"."search"(text, "public"."user_role"[], timestamp with time zone, bigint[]);
