-- rename constraint users_pkey of users to Users key

-- and back: rename constraint Users key of users to users_pkey
