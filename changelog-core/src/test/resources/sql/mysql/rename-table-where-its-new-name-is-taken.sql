-- rename table users to audit.members
-- outside a transaction
rename table `users` to `audit`.`members`;

-- and back: rename table audit.members to users
-- outside a transaction
rename table `audit`.`members` to `users`;
