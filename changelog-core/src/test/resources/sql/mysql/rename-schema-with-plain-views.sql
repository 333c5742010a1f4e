-- rename schema audit to archive
-- outside a transaction
drop view `audit`.`best`;
-- outside a transaction
create database `archive` character set utf8mb4;
-- outside a transaction
rename table `audit`.`log` to `archive`.`log`;
-- outside a transaction
create view `archive`.`best` as select score from active where score > 3;
-- outside a transaction
create or replace view `seen` as select who, best.score from archive.log, archive.best;
-- outside a transaction
select /* more than one row is what this fails by where the database still holds something */ (select 1 union all select 2 from information_schema.tables where table_schema = 'audit' union all select 2 from information_schema.routines where routine_schema = 'audit' union all select 2 from information_schema.events where event_schema = 'audit');
-- outside a transaction
drop database `audit`;

-- and back: rename schema archive to audit
-- outside a transaction
drop view `archive`.`best`;
-- outside a transaction
create database `audit` character set utf8mb4;
-- outside a transaction
rename table `archive`.`log` to `audit`.`log`;
-- outside a transaction
create view `audit`.`best` as select score from active where score > 3;
-- outside a transaction
create or replace view `seen` as select who, best.score from audit.log, audit.best;
-- outside a transaction
select /* more than one row is what this fails by where the database still holds something */ (select 1 union all select 2 from information_schema.tables where table_schema = 'archive' union all select 2 from information_schema.routines where routine_schema = 'archive' union all select 2 from information_schema.events where event_schema = 'archive');
-- outside a transaction
drop database `archive`;
