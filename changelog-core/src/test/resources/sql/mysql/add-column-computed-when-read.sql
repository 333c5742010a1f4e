-- add column users.domain
-- outside a transaction
alter table `users` add column `domain` longtext generated always as (lower(bio)) virtual;

-- and back: drop column users.domain
-- outside a transaction
alter table `users` drop column `domain`;
