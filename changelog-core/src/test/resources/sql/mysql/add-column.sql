-- add column users.verified_at
-- outside a transaction
alter table `users` add column `verified_at` timestamp(6) null, lock = none;

-- and back: drop column users.verified_at
-- outside a transaction
alter table `users` drop column `verified_at`, lock = none;
