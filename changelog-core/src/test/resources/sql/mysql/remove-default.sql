-- remove default of users.role
-- outside a transaction
alter table `users` modify column `role` enum('citizen','moderator','overlord') not null;

-- and back: set default of users.role
-- outside a transaction
alter table `users` modify column `role` enum('citizen','moderator','overlord') not null default 'citizen';
