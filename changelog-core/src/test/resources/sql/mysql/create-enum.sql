-- create enum audit.level

-- and back: drop enum audit.level
