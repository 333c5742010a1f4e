-- rename value moderator of enum user_role to mod
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','moderator','overlord','mod') not null default 'citizen',
  modify column `roles` enum('citizen','moderator','overlord','mod');
update `users` set `role` = 'mod' where `role` = 'moderator';
update `users` set `roles` = 'mod' where `roles` = 'moderator';
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','mod','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','mod','overlord');

-- and back: rename value mod of enum user_role to moderator
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','mod','overlord','moderator') not null default 'citizen',
  modify column `roles` enum('citizen','mod','overlord','moderator');
update `users` set `role` = 'moderator' where `role` = 'mod';
update `users` set `roles` = 'moderator' where `roles` = 'mod';
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','moderator','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','moderator','overlord');
