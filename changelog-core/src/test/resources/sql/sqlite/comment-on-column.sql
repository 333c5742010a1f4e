-- comment on column users.bio

-- and back: remove comment of column users.bio
