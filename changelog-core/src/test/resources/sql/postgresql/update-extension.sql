-- alter extension hstore
alter extension "hstore" update;

-- and back: alter extension hstore
alter extension "hstore" update to '1.8';
