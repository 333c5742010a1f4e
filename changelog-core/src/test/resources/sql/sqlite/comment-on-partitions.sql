-- comment on column events.note

-- and back: remove comment of column events.note
