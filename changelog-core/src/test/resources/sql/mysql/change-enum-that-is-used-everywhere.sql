-- change enum level to [high, none]
-- outside a transaction
alter table `audit`.`alarms` drop foreign key `alarms_level_fkey`;
-- outside a transaction
alter table `levels` modify column `level` enum('low','high','none') not null;
-- outside a transaction
alter table `audit`.`alarms`
  modify column `level` enum('low','high','none') default 'high',
  modify column `many` enum('low','high','none'),
  modify column `other` enum('low','high','none') generated always as (level) stored;
-- outside a transaction
alter table `audit`.`alarms` add constraint `alarms_level_fkey` foreign key (`level`) references `levels` (`level`);
update `levels` set `level` = 'none' where `level` = 'low';
update `audit`.`alarms` set `level` = 'none' where `level` = 'low';
update `audit`.`alarms` set `many` = 'none' where `many` = 'low';
-- outside a transaction
alter table `audit`.`alarms` drop foreign key `alarms_level_fkey`;
-- outside a transaction
alter table `levels` modify column `level` enum('high','none') not null;
-- outside a transaction
alter table `audit`.`alarms`
  modify column `level` enum('high','none') default 'high',
  modify column `many` enum('high','none'),
  modify column `other` enum('high','none') generated always as (level) stored;
-- outside a transaction
alter table `audit`.`alarms` add constraint `alarms_level_fkey` foreign key (`level`) references `levels` (`level`);

-- and back: change enum level to [low, high]
-- outside a transaction
alter table `audit`.`alarms` drop foreign key `alarms_level_fkey`;
-- outside a transaction
alter table `levels` modify column `level` enum('high','none','low') not null;
-- outside a transaction
alter table `audit`.`alarms`
  modify column `level` enum('high','none','low') default 'high',
  modify column `many` enum('high','none','low'),
  modify column `other` enum('high','none','low') generated always as (level) stored;
-- outside a transaction
alter table `audit`.`alarms` add constraint `alarms_level_fkey` foreign key (`level`) references `levels` (`level`);
update `levels` set `level` = 'low' where `level` = 'none';
update `audit`.`alarms` set `level` = 'low' where `level` = 'none';
update `audit`.`alarms` set `many` = 'low' where `many` = 'none';
-- outside a transaction
alter table `audit`.`alarms` drop foreign key `alarms_level_fkey`;
-- outside a transaction
alter table `levels` modify column `level` enum('low','high') not null;
-- outside a transaction
alter table `audit`.`alarms`
  modify column `level` enum('low','high') default 'high',
  modify column `many` enum('low','high'),
  modify column `other` enum('low','high') generated always as (level) stored;
-- outside a transaction
alter table `audit`.`alarms` add constraint `alarms_level_fkey` foreign key (`level`) references `levels` (`level`);
