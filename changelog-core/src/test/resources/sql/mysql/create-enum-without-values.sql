-- create enum nothing

-- and back: drop enum nothing
