-- set default of users.born
-- outside a transaction
alter table `users` modify column `born` date default (current_date);

-- and back: remove default of users.born
-- outside a transaction
alter table `users` modify column `born` date;
