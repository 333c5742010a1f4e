-- drop index users_handle_idx of users
-- outside a transaction
alter table `users` drop index `users_handle_idx`, lock = none;

-- and back: create index users_handle_idx on users
-- outside a transaction
alter table `users` add unique key `users_handle_idx` (`handle`) comment 'One handle each.', lock = none;
