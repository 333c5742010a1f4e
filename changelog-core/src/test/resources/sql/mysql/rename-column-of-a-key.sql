-- rename column users.id to user_id
-- outside a transaction
alter table `users` rename column `id` to `user_id`;

-- and back: rename column users.user_id to id
-- outside a transaction
alter table `users` rename column `user_id` to `id`;
