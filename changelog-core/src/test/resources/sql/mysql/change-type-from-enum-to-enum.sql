-- change type of users.role to rank
-- outside a transaction
alter table `users` modify column `role` enum('overlord','moderator','citizen') not null default 'citizen';

-- and back: change type of users.role to user_role
-- outside a transaction
alter table `users` modify column `role` enum('citizen','moderator','overlord') not null default 'citizen';
