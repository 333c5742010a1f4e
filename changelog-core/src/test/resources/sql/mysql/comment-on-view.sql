-- comment on view active

-- and back: remove comment of view active
