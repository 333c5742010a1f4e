-- make events.note not null
update `events` set `note` = 'x' where `note` is null;
-- outside a transaction
alter table `events` modify column `note` varchar(80) collate utf8mb4_bin not null;

-- and back: make events.note nullable
-- outside a transaction
alter table `events` modify column `note` varchar(80) collate utf8mb4_bin;
