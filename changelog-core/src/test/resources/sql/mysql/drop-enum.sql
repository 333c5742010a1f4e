-- drop enum level

-- and back: create enum level
