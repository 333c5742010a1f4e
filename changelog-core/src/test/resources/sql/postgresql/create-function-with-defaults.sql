-- create function span(date, date, text, integer[])
set local check_function_bodies = off;
create function "public"."span"("a" date, "b" date default (current_date), "In" text default ('x, y'), variadic "c" integer[] default ('{}'))
  returns integer
  language sql
  as $body$
select b - a
$body$;
reset check_function_bodies;

-- and back: drop function span(date, date, text, integer[])
drop function "public"."span"(date, date, text, integer[]);
