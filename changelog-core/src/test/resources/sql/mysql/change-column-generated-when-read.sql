-- set the expression of rooms.twice
-- outside a transaction
alter table `rooms` modify column `twice` int generated always as (no + no) virtual;

-- and back: set the expression of rooms.twice
-- outside a transaction
alter table `rooms` modify column `twice` int generated always as (no * 2) virtual;
