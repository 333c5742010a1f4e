-- create index log_at_idx on audit.log
-- outside a transaction
alter table `audit`.`log` add key `log_at_idx` (`at`);

-- and back: drop index log_at_idx of audit.log
-- outside a transaction
alter table `audit`.`log` drop index `log_at_idx`;
