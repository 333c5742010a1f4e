-- drop column events.team_id
-- outside a transaction
alter table `events` drop column `team_id`, lock = none;

-- and back: add column events.team_id
-- outside a transaction
alter table `events` add column `team_id` bigint, lock = none;
