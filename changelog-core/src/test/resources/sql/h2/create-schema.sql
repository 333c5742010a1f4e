-- create schema My schema
-- outside a transaction
create schema "My schema";

-- and back: drop schema My schema
-- outside a transaction
drop schema "My schema";
