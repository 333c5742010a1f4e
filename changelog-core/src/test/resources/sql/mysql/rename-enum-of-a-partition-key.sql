-- rename enum user_role to role

-- and back: rename enum role to user_role
