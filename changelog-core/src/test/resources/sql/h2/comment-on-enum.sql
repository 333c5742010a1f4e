-- comment on enum user_role

-- and back: comment on enum user_role
