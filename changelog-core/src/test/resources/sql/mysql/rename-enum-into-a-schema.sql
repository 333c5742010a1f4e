-- rename enum user_role to audit.role

-- and back: rename enum audit.role to user_role
