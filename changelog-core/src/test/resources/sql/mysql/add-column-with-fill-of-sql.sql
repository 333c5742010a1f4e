-- add column users.name
-- outside a transaction
alter table `users` add column `name` longtext, lock = none;
update `users` set `name` = split_part(email, '@', 1);
-- outside a transaction
alter table `users` modify column `name` longtext not null;

-- and back: drop column users.name
-- outside a transaction
alter table `users` drop column `name`, lock = none;
