-- create enum nothing
create type "public"."nothing" as enum ();

-- and back: drop enum nothing
drop type "public"."nothing";
