-- change type of notes.id to text
-- outside a transaction
alter table `notes` modify column `id` longtext;

-- and back: change type of notes.id to bigint
-- outside a transaction
alter table `notes` modify column `id` bigint;
