-- make users.team_id not null
update `users` set `team_id` = 2 where `team_id` is null;
-- outside a transaction
alter table `users` drop foreign key `users_team_id_fkey`, lock = none;
-- outside a transaction
alter table `users`
  modify column `team_id` bigint not null,
  add constraint `users_team_id_fkey` foreign key (`team_id`) references `teams` (`id`);

-- and back: make users.team_id nullable
-- outside a transaction
alter table `users` modify column `team_id` bigint;
