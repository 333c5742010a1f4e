-- rename schema audit to log
-- outside a transaction
create database `log` character set utf8mb4;
-- outside a transaction
rename table `audit`.`log` to `log`.`log`;
-- outside a transaction
select /* more than one row is what this fails by where the database still holds something */ (select 1 union all select 2 from information_schema.tables where table_schema = 'audit' union all select 2 from information_schema.routines where routine_schema = 'audit' union all select 2 from information_schema.events where event_schema = 'audit');
-- outside a transaction
drop database `audit`;

-- and back: rename schema log to audit
-- outside a transaction
create database `audit` character set utf8mb4;
-- outside a transaction
rename table `log`.`log` to `audit`.`log`;
-- outside a transaction
select /* more than one row is what this fails by where the database still holds something */ (select 1 union all select 2 from information_schema.tables where table_schema = 'log' union all select 2 from information_schema.routines where routine_schema = 'log' union all select 2 from information_schema.events where event_schema = 'log');
-- outside a transaction
drop database `log`;
