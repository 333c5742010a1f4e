-- add column users.plan
-- outside a transaction
alter table `users` add column `plan` longtext not null default ('legacy');
-- outside a transaction
alter table `users` modify column `plan` longtext not null default ('free');

-- and back: drop column users.plan
-- outside a transaction
alter table `users` drop column `plan`;
