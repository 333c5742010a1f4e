-- change type of users.age to integer
-- outside a transaction
alter table `users` modify column `age` int default 7;

-- and back: change type of users.age to text
-- outside a transaction
alter table `users` modify column `age` longtext default ('7');
