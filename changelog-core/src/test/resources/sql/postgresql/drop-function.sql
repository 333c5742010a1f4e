-- drop function add(integer, text)
drop function "public"."add"(integer, text);

-- and back: create function add(integer, text)
set local check_function_bodies = off;
create function "public"."add"("a" integer, "b" text default ('x'))
  returns integer
  language sql
  as $body$
select a
$body$;
reset check_function_bodies;
