-- create schema My schema
create schema "My schema";

-- and back: drop schema My schema
drop schema "My schema";
