-- change type of users.active to smallint
-- outside a transaction
alter table `users` modify column `active` smallint not null;

-- and back: change type of users.active to boolean
-- outside a transaction
alter table `users` modify column `active` boolean not null;
