-- rename column letters.user_id to author_id
-- outside a transaction
alter table `letters`
  drop foreign key `letters_user_id_fkey`,
  drop index `letters_user_id_fkey`,
  lock = none;
-- outside a transaction
alter table `letters` rename column `user_id` to `author_id`;
-- outside a transaction
alter table `letters`
  add key `letters_user_id_fkey` (`author_id`),
  add constraint `letters_user_id_fkey` foreign key (`author_id`) references `users` (`id`) on delete cascade;

-- and back: rename column letters.author_id to user_id
-- outside a transaction
alter table `letters`
  drop foreign key `letters_user_id_fkey`,
  drop index `letters_user_id_fkey`,
  lock = none;
-- outside a transaction
alter table `letters` rename column `author_id` to `user_id`;
-- outside a transaction
alter table `letters`
  add key `letters_user_id_fkey` (`user_id`),
  add constraint `letters_user_id_fkey` foreign key (`user_id`) references `users` (`id`) on delete cascade;
