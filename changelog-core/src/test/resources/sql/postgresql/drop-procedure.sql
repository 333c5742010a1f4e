-- drop procedure tidy()
drop procedure "public"."tidy"();

-- and back: create procedure tidy()
set local check_function_bodies = off;
create procedure "public"."tidy"()
  language sql
  as $body$
delete from posts
$body$;
reset check_function_bodies;
