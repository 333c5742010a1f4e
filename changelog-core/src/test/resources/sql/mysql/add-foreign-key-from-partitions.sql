-- add foreign key f to events
-- outside a transaction
alter table `events` add constraint `f` foreign key (`id`) references `teams` (`id`);

-- and back: drop constraint f of events
-- outside a transaction
alter table `events` drop foreign key `f`, lock = none;
