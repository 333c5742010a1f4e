-- set the expression of users.handle
-- outside a transaction
alter table `users` modify column `handle` varchar(90) generated always as (upper(email)) stored comment 'The short one.';

-- and back: set the expression of users.handle
-- outside a transaction
alter table `users` modify column `handle` varchar(90) generated always as (lower(email)) stored comment 'The short one.';
