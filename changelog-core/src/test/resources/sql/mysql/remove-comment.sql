-- remove comment of column users.email
-- outside a transaction
alter table `users` modify column `email` varchar(320) not null;

-- and back: comment on column users.email
-- outside a transaction
alter table `users` modify column `email` varchar(320) not null comment 'Where the robot writes to.';
