-- add column users.status
-- outside a transaction
alter table `users` add column `status` varchar(20) collate `C` not null default 'new' comment 'Of late.', lock = none;

-- and back: drop column users.status
-- outside a transaction
alter table `users` drop column `status`, lock = none;
