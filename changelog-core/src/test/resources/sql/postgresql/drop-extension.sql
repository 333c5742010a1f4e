-- drop extension citext
drop extension "citext";

-- and back: create extension citext
create extension if not exists "citext" schema "public";
