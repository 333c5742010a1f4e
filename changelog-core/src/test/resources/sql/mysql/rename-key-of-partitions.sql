-- rename constraint events_pkey of events to the_key

-- and back: rename constraint the_key of events to events_pkey
