-- change type of users.born to timestamptz
-- outside a transaction
alter table `users` modify column `born` timestamp(6) null;

-- and back: change type of users.born to date
-- outside a transaction
alter table `users` modify column `born` date;
