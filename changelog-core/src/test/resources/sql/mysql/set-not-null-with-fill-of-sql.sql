-- make users.born not null
update `users` set `born` = current_date - id::integer where `born` is null;
-- outside a transaction
alter table `users` modify column `born` date not null;

-- and back: make users.born nullable
-- outside a transaction
alter table `users` modify column `born` date;
