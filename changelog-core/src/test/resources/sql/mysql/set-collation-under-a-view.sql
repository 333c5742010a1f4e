-- set collation of users.bio
-- outside a transaction
alter table `users` modify column `bio` longtext collate `C`;

-- and back: remove collation of users.bio
-- outside a transaction
alter table `users` modify column `bio` longtext;
