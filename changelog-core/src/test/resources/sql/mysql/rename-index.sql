-- rename index users_role_idx of users to users_rank_idx
-- outside a transaction
alter table `users` rename index `users_role_idx` to `users_rank_idx`, lock = none;

-- and back: rename index users_rank_idx of users to users_role_idx
-- outside a transaction
alter table `users` rename index `users_rank_idx` to `users_role_idx`, lock = none;
