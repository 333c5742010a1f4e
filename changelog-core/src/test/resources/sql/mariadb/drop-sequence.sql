-- drop sequence ticket
-- outside a transaction
drop sequence `ticket`;

-- and back: create sequence ticket
-- outside a transaction
create sequence `ticket` nocache;
