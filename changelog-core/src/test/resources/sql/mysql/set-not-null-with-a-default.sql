-- make users.settings not null
update `users` set `settings` = '{}' where `settings` is null;
-- outside a transaction
alter table `users` modify column `settings` json not null default ('{}');

-- and back: make users.settings nullable
-- outside a transaction
alter table `users` modify column `settings` json default ('{}');
