-- change enum user_role to [overlord, citizen]
update `users` set `role` = 'citizen' where `role` = 'moderator';
update `users` set `roles` = 'citizen' where `roles` = 'moderator';
update `events` set `the Role` = 'citizen' where `the Role` = 'moderator';
-- outside a transaction
alter table `users`
  modify column `role` enum('overlord','citizen') not null default 'citizen',
  modify column `roles` enum('overlord','citizen');
-- outside a transaction
alter table `events` modify column `the Role` enum('overlord','citizen') default 'citizen';

-- and back: change enum user_role to [citizen, moderator, overlord]
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','moderator','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','moderator','overlord');
-- outside a transaction
alter table `events` modify column `the Role` enum('citizen','moderator','overlord') default 'citizen';
