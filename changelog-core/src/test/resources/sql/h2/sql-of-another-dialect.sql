-- sql select nonsense

-- and back: sql select nonsense
