-- rename schema audit to logs
-- outside a transaction
create database `logs` character set utf8mb4;
-- outside a transaction
rename table `audit`.`log` to `logs`.`log`;
-- outside a transaction
select /* more than one row is what this fails by where the database still holds something */ (select 1 union all select 2 from information_schema.tables where table_schema = 'audit' union all select 2 from information_schema.routines where routine_schema = 'audit' union all select 2 from information_schema.events where event_schema = 'audit');
-- outside a transaction
drop database `audit`;

-- and back: rename schema logs to audit
-- outside a transaction
create database `audit` character set utf8mb4;
-- outside a transaction
rename table `logs`.`log` to `audit`.`log`;
-- outside a transaction
select /* more than one row is what this fails by where the database still holds something */ (select 1 union all select 2 from information_schema.tables where table_schema = 'logs' union all select 2 from information_schema.routines where routine_schema = 'logs' union all select 2 from information_schema.events where event_schema = 'logs');
-- outside a transaction
drop database `logs`;
