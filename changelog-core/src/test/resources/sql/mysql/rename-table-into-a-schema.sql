-- rename table users to audit.users
-- outside a transaction
rename table `users` to `audit`.`users`;

-- and back: rename table audit.users to users
-- outside a transaction
rename table `audit`.`users` to `users`;
