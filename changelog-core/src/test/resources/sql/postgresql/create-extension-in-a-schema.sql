-- create extension hstore
create extension if not exists "hstore" schema "audit" version '1.8';

-- and back: drop extension hstore
drop extension "hstore";
