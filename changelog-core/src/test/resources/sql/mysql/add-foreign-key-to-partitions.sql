-- add foreign key notes_again_fkey to notes
-- outside a transaction
alter table `notes`
  rename index `notes_fkey` to `notes_again_fkey`,
  add constraint `notes_again_fkey` foreign key (`event`, `at`) references `events` (`id`, `at`) on delete cascade;

-- and back: drop constraint notes_again_fkey of notes
-- outside a transaction
alter table `notes`
  drop foreign key `notes_again_fkey`,
  rename index `notes_again_fkey` to `notes_fkey`;
