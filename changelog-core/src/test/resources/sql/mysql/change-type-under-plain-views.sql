-- change type of users.score to bigint
-- outside a transaction
alter table `users` modify column `score` bigint not null default 0;

-- and back: change type of users.score to integer
-- outside a transaction
alter table `users` modify column `score` int not null default 0;
