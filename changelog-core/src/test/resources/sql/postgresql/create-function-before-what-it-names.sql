-- create function later()
set local check_function_bodies = off;
create function "public"."later"()
  returns bigint
  language sql
  as $body$
select count(*) from not_there_yet
$body$;
reset check_function_bodies;

-- and back: drop function later()
drop function "public"."later"();
