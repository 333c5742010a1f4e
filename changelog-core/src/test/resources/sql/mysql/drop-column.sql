-- drop column users.bio
-- outside a transaction
alter table `users` drop column `bio`, lock = none;

-- and back: add column users.bio
-- outside a transaction
alter table `users` add column `bio` longtext, lock = none;
