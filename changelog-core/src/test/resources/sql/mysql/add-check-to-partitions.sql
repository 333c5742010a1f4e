-- add check c to events
-- outside a transaction
alter table `events` add constraint `c` check (id > 0);

-- and back: drop constraint c of events
-- outside a transaction
alter table `events` drop check `c`;
