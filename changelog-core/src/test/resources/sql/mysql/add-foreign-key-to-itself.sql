-- add foreign key tags_up_fkey to tags
-- outside a transaction
alter table `tags`
  add key `tags_up_fkey` (`up`),
  add constraint `tags_up_fkey` foreign key (`up`) references `tags` (`id`);

-- and back: drop constraint tags_up_fkey of tags
-- outside a transaction
alter table `tags`
  drop foreign key `tags_up_fkey`,
  drop index `tags_up_fkey`,
  lock = none;
