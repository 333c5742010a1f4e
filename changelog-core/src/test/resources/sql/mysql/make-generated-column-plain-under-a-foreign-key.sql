-- remove the expression of codes.code
-- outside a transaction
alter table `codes` modify column `code` int not null;

-- and back: set the expression of codes.code
-- outside a transaction
alter table `codes` modify column `code` int generated always as (id + 1) stored not null;
