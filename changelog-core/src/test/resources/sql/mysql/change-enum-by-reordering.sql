-- change enum user_role to [overlord, moderator, citizen]
-- outside a transaction
alter table `users`
  modify column `role` enum('overlord','moderator','citizen') not null default 'citizen',
  modify column `roles` enum('overlord','moderator','citizen');

-- and back: change enum user_role to [citizen, moderator, overlord]
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','moderator','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','moderator','overlord');
