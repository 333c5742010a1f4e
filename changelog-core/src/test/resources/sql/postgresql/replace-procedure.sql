-- replace procedure tidy(integer)
set local check_function_bodies = off;
create or replace procedure "public"."tidy"(integer)
  language plpgsql
  security definer
  as $body$
begin commit; end
$body$;
reset check_function_bodies;

-- and back: replace procedure tidy(integer)
set local check_function_bodies = off;
create or replace procedure "public"."tidy"(integer)
  language sql
  as $body$
delete from posts
$body$;
reset check_function_bodies;
