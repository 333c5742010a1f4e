-- set the expression of users.handle
-- outside a transaction
alter table `users` modify column `handle` varchar(90) generated always as (split_part(email, '@', 1)) stored comment 'The short one.';

-- and back: set the expression of users.handle
-- outside a transaction
alter table `users` modify column `handle` varchar(90) generated always as (lower(email)) stored comment 'The short one.';
