-- change enum user_role to [overlord, citizen]
update `users` set `role` = 'citizen' where `role` = 'moderator';
update `users` set `roles` = 'citizen' where `roles` = 'moderator';
-- outside a transaction
alter table `users`
  modify column `role` enum('overlord','citizen') not null default 'citizen',
  modify column `roles` enum('overlord','citizen');

-- and back: change enum user_role to [citizen, moderator, overlord]
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','moderator','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','moderator','overlord');
