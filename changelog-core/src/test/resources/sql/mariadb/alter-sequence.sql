-- alter sequence ticket
-- outside a transaction
alter sequence `ticket` increment by 2 maxvalue 99 start with 5 cache 3 cycle;

-- and back: alter sequence ticket
-- outside a transaction
alter sequence `ticket` increment by 1 maxvalue 9223372036854775806 start with 1 nocache nocycle;
