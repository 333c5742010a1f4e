-- rename table users to members
-- outside a transaction
rename table `users` to `members`;

-- and back: rename table members to users
-- outside a transaction
rename table `members` to `users`;
