-- change type of users.handle to varchar(400)
-- outside a transaction
alter table `users` modify column `handle` varchar(400) generated always as (lower(email)) stored comment 'The short one.';

-- and back: change type of users.handle to varchar(90)
-- outside a transaction
alter table `users` modify column `handle` varchar(90) generated always as (lower(email)) stored comment 'The short one.';
