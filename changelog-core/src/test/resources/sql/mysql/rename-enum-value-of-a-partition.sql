-- rename value moderator of enum user_role to it's me
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','moderator','overlord','it''s me') not null default 'citizen',
  modify column `roles` enum('citizen','moderator','overlord','it''s me');
-- outside a transaction
alter table `audit`.`log` modify column `role` enum('citizen','moderator','overlord','it''s me');
update `users` set `role` = 'it''s me' where `role` = 'moderator';
update `users` set `roles` = 'it''s me' where `roles` = 'moderator';
update `audit`.`log` set `role` = 'it''s me' where `role` = 'moderator';
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','it''s me','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','it''s me','overlord');
-- outside a transaction
alter table `audit`.`log` modify column `role` enum('citizen','it''s me','overlord');

-- and back: rename value it's me of enum user_role to moderator
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','it''s me','overlord','moderator') not null default 'citizen',
  modify column `roles` enum('citizen','it''s me','overlord','moderator');
-- outside a transaction
alter table `audit`.`log` modify column `role` enum('citizen','it''s me','overlord','moderator');
update `users` set `role` = 'moderator' where `role` = 'it''s me';
update `users` set `roles` = 'moderator' where `roles` = 'it''s me';
update `audit`.`log` set `role` = 'moderator' where `role` = 'it''s me';
-- outside a transaction
alter table `users`
  modify column `role` enum('citizen','moderator','overlord') not null default 'citizen',
  modify column `roles` enum('citizen','moderator','overlord');
-- outside a transaction
alter table `audit`.`log` modify column `role` enum('citizen','moderator','overlord');
