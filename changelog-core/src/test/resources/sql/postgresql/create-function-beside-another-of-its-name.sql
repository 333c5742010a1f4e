-- create function one(char(1), double)
set local check_function_bodies = off;
create function "public"."one"(char(1), double precision)
  returns varchar
  language sql
  as $body$
select $1
$body$;
reset check_function_bodies;

-- and back: drop function one(char(1), double)
drop function "public"."one"(char(1), double precision);
