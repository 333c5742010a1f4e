-- drop constraint posts_author_id_fkey of posts
-- outside a transaction
alter table `posts` drop foreign key `posts_author_id_fkey`, lock = none;

-- and back: add foreign key posts_author_id_fkey to posts
-- outside a transaction
alter table `posts` add constraint `posts_author_id_fkey` foreign key (`author_id`) references `users` (`id`) on delete cascade;
