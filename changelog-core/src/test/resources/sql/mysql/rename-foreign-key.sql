-- rename constraint posts_author_id_fkey of posts to posts_user_fkey
-- outside a transaction
alter table `posts`
  drop foreign key `posts_author_id_fkey`,
  add constraint `posts_user_fkey` foreign key (`author_id`) references `users` (`id`) on delete cascade;

-- and back: rename constraint posts_user_fkey of posts to posts_author_id_fkey
-- outside a transaction
alter table `posts`
  drop foreign key `posts_user_fkey`,
  add constraint `posts_author_id_fkey` foreign key (`author_id`) references `users` (`id`) on delete cascade;
