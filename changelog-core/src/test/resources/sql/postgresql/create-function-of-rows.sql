-- create function strangers(users)
set local check_function_bodies = off;
create function "public"."strangers"("public"."users")
  returns setof "public"."users"
  language sql
  as $body$
select * from users where id <> $1.id
$body$;
reset check_function_bodies;

-- and back: drop function strangers(users)
drop function "public"."strangers"("public"."users");
