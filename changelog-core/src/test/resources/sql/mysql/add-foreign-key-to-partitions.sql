-- add foreign key notes_again_fkey to notes
-- outside a transaction
alter table `notes` add constraint `notes_again_fkey` foreign key (`event`, `at`) references `events` (`id`, `at`) on delete cascade;

-- and back: drop constraint notes_again_fkey of notes
-- outside a transaction
alter table `notes` drop foreign key `notes_again_fkey`;
