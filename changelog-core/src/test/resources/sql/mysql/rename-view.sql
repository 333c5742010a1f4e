-- rename view active to Active users
-- outside a transaction
rename table `active` to `Active users`;

-- and back: rename view Active users to active
-- outside a transaction
rename table `Active users` to `active`;
