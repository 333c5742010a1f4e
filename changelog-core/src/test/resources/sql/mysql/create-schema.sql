-- create schema My schema
-- outside a transaction
create database `My schema` character set utf8mb4;

-- and back: drop schema My schema
-- outside a transaction
select /* more than one row is what this fails by where the database still holds something */ (select 1 union all select 2 from information_schema.tables where table_schema = 'My schema' union all select 2 from information_schema.routines where routine_schema = 'My schema' union all select 2 from information_schema.events where event_schema = 'My schema');
-- outside a transaction
drop database `My schema`;
