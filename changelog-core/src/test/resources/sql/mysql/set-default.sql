-- set default of users.score
-- outside a transaction
alter table `users` modify column `score` int not null default 15;

-- and back: set default of users.score
-- outside a transaction
alter table `users` modify column `score` int not null default 0;
