-- change type of rooms.half to bigint
-- outside a transaction
alter table `rooms` modify column `half` bigint generated always as ((no / 2)::bigint) stored comment 'Half.';

-- and back: change type of rooms.half to varchar(90)
-- outside a transaction
alter table `rooms` modify column `half` varchar(90) generated always as ((no / 2)::bigint) stored comment 'Half.';
