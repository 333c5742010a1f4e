-- set the expression of users.bio
-- outside a transaction
alter table `users` modify column `bio` longtext generated always as (upper(email)) stored;

-- and back: remove the expression of users.bio
-- outside a transaction
alter table `users` modify column `bio` longtext;
