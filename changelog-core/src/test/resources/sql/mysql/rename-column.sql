-- rename column users.email to mail
-- outside a transaction
alter table `users`
  rename column `email` to `mail`,
  modify column `handle` varchar(90) generated always as (lower(mail)) stored comment 'The short one.';

-- and back: rename column users.mail to email
-- outside a transaction
alter table `users`
  rename column `mail` to `email`,
  modify column `handle` varchar(90) generated always as (lower(email)) stored comment 'The short one.';
