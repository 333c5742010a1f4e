-- create sequence audit.down
-- outside a transaction
create sequence "audit"."down" increment by -1 minvalue -9;

-- and back: drop sequence audit.down
-- outside a transaction
drop sequence "audit"."down";
