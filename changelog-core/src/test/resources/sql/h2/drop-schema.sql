-- drop schema audit
-- outside a transaction
drop schema "audit";

-- and back: create schema audit
-- outside a transaction
create schema "audit";
