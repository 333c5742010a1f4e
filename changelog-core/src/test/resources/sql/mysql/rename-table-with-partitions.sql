-- rename table events to happenings
-- outside a transaction
rename table `events` to `happenings`;

-- and back: rename table happenings to events
-- outside a transaction
rename table `happenings` to `events`;
