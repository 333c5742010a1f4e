-- make users.bio not null
update `users` set `bio` = '' where `bio` is null;
-- outside a transaction
alter table `users` modify column `bio` longtext not null;

-- and back: make users.bio nullable
-- outside a transaction
alter table `users` modify column `bio` longtext;
