-- comment on column users.bio
-- outside a transaction
alter table `users` modify column `bio` longtext comment 'Free text.';

-- and back: remove comment of column users.bio
-- outside a transaction
alter table `users` modify column `bio` longtext;
