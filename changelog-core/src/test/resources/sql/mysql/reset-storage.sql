-- set storage parameters of notes

-- and back: set storage parameters of notes
