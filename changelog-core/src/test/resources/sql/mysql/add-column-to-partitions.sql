-- add column events.more
-- outside a transaction
alter table `events` add column `more` int not null default 7, lock = none;
-- outside a transaction
alter table `events` modify column `more` int not null;

-- and back: drop column events.more
-- outside a transaction
alter table `events` drop column `more`, lock = none;
