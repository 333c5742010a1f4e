-- alter sequence ticket
-- outside a transaction
alter sequence `ticket` maxvalue 32767;

-- and back: alter sequence ticket
-- outside a transaction
alter sequence `ticket` maxvalue 9223372036854775806;
