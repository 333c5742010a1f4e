-- create extension citext
create extension if not exists "citext" schema "public";

-- and back: drop extension citext
drop extension "citext";
