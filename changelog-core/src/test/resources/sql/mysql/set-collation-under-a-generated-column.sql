-- set collation of users.email
-- outside a transaction
alter table `users` modify column `email` varchar(320) collate `POSIX` not null comment 'Where the robot writes to.';

-- and back: remove collation of users.email
-- outside a transaction
alter table `users` modify column `email` varchar(320) not null comment 'Where the robot writes to.';
