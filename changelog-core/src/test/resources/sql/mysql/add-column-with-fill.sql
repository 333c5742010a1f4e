-- add column users.verified
-- outside a transaction
alter table `users` add column `verified` boolean not null default false, lock = none;
-- outside a transaction
alter table `users` modify column `verified` boolean not null;

-- and back: drop column users.verified
-- outside a transaction
alter table `users` drop column `verified`, lock = none;
