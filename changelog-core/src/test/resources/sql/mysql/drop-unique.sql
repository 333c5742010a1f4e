-- drop constraint users_email_key of users
-- outside a transaction
alter table `users` drop index `users_email_key`, lock = none;

-- and back: add unique users_email_key to users
-- outside a transaction
alter table `users` add unique key `users_email_key` (`email`), lock = none;
