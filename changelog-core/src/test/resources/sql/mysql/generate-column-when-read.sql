-- set the expression of users.bio
-- outside a transaction
alter table `users`
  drop column `bio`,
  add column `bio` longtext generated always as (lower(email)) virtual;

-- and back: remove the expression of users.bio
-- outside a transaction
alter table `users`
  drop column `bio`,
  add column `bio` longtext generated always as (lower(email)) stored;
-- outside a transaction
alter table `users` modify column `bio` longtext;
