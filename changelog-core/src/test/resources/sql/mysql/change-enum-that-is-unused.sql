-- change enum level to [high]

-- and back: change enum level to [low, high]
