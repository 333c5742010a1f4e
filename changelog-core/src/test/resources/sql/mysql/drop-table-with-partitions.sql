-- drop table events
-- outside a transaction
drop table `events`;

-- and back: create table events
-- outside a transaction
create table `events` (
  `id` bigint not null,
  `at` date not null comment 'When.',
  `the Role` enum('citizen','moderator','overlord') default 'citizen',
  `team_id` bigint,
  `note` varchar(80) collate utf8mb4_bin,
  primary key (`id`, `at`),
  unique key `events_note_key` (`note`, `at`),
  key `events_at_idx` (`at`) comment 'Often.',
  key `events_team_id_fkey` (`team_id`),
  constraint `events_note_check` check (note <> ''),
  constraint `events_team_id_fkey` foreign key (`team_id`) references `teams` (`id`) on delete set null
) comment = 'What happened.';
