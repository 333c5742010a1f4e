-- alter sequence ticket
-- outside a transaction
alter sequence `ticket` increment by -1 minvalue -9223372036854775807 maxvalue -1 start with -1 restart with -1;

-- and back: alter sequence ticket
-- outside a transaction
alter sequence `ticket` increment by 1 minvalue 1 maxvalue 9223372036854775806 start with 1 restart with 1;
