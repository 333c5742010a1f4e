-- add value robot to enum user_role
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','robot','moderator','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','robot','moderator','overlord');

-- and back: change enum user_role to [citizen, moderator, overlord]
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','moderator','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','moderator','overlord');
