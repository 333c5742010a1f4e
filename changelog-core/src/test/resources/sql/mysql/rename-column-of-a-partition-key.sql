-- rename column events.at to happened At
-- outside a transaction
alter table `events` rename column `at` to `happened At`;

-- and back: rename column events.happened At to at
-- outside a transaction
alter table `events` rename column `happened At` to `at`;
