-- comment on index users_role_idx
-- outside a transaction
alter table `users`
  drop index `users_role_idx`,
  add key `users_role_idx` (`role`) comment 'Fast.',
  lock = none;

-- and back: remove comment of index users_role_idx
-- outside a transaction
alter table `users`
  drop index `users_role_idx`,
  add key `users_role_idx` (`role`),
  lock = none;
