-- set the expression of events.twice
-- outside a transaction
alter table `events` modify column `twice` bigint generated always as (id * 3) stored;

-- and back: set the expression of events.twice
-- outside a transaction
alter table `events` modify column `twice` bigint generated always as (id * 2) stored;
