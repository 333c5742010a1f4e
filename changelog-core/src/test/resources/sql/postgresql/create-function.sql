-- create function touch()
set local check_function_bodies = off;
create function "public"."touch"()
  returns trigger
  language plpgsql
  as $body$
begin
  new.posted_at := now();
  return new;
end
$body$;
reset check_function_bodies;

-- and back: drop function touch()
drop function "public"."touch"();
