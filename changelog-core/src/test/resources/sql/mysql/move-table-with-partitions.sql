-- rename table events to audit.happenings
-- outside a transaction
rename table `events` to `audit`.`happenings`;

-- and back: rename table audit.happenings to events
-- outside a transaction
rename table `audit`.`happenings` to `events`;
