-- add column notes.body
-- outside a transaction
alter table `notes` add column `body` longtext comment 'Long.';

-- and back: drop column notes.body
-- outside a transaction
alter table `notes` drop column `body`;
