-- make users.team_id not null
update `users` set `team_id` = 2 where `team_id` is null;
-- outside a transaction
alter table `users` modify column `team_id` bigint not null;

-- and back: make users.team_id nullable
-- outside a transaction
alter table `users` modify column `team_id` bigint;
