-- create procedure tidy(integer)
set local check_function_bodies = off;
create procedure "public"."tidy"("older" integer)
  language sql
  as $body$
delete from posts where number < older
$body$;
reset check_function_bodies;

-- and back: drop procedure tidy(integer)
drop procedure "public"."tidy"(integer);
