-- comment on table users

-- and back: comment on table users
