-- replace function one()
set local check_function_bodies = off;
create or replace function "public"."one"()
  returns integer
  language plpgsql
  stable
  as $body$
begin return 2; end
$body$;
reset check_function_bodies;

-- and back: replace function one()
set local check_function_bodies = off;
create or replace function "public"."one"()
  returns integer
  language sql
  immutable
  as $body$
select 1
$body$;
reset check_function_bodies;
