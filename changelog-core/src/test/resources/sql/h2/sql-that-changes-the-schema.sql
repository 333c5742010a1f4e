-- sql alter table users add column moved boolean
-- outside a transaction
alter table users add column moved boolean;

-- and back: sql alter table users drop column moved
-- outside a transaction
alter table users drop column moved;
