-- remove comment of column users.email

-- and back: comment on column users.email
