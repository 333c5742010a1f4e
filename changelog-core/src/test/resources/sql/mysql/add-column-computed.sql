-- add column users.domain
-- outside a transaction
alter table `users` add column `domain` longtext generated always as (split_part(email, '@', 2)) stored;

-- and back: drop column users.domain
-- outside a transaction
alter table `users` drop column `domain`;
