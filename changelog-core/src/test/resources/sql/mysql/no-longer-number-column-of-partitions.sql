-- remove identity of events.id

-- and back: remove identity of events.id
