-- sql select nonsense

-- and back: sql none
