-- alter extension hstore
alter extension "hstore" set schema "audit";

-- and back: alter extension hstore
alter extension "hstore" set schema "public";
