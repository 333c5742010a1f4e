-- comment on index users_role_idx

-- and back: remove comment of index users_role_idx
