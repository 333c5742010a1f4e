-- comment on column events.note
-- outside a transaction
alter table `events` modify column `note` varchar(80) collate utf8mb4_bin comment 'Hm.';

-- and back: remove comment of column events.note
-- outside a transaction
alter table `events` modify column `note` varchar(80) collate utf8mb4_bin;
