-- drop schema audit
drop schema "audit";

-- and back: create schema audit
create schema "audit";
