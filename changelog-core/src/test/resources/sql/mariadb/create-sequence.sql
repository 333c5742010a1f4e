-- create sequence ticket
-- outside a transaction
create sequence `ticket` start with 5 increment by 2 maxvalue 99 cache 3 cycle;

-- and back: drop sequence ticket
-- outside a transaction
drop sequence `ticket`;
