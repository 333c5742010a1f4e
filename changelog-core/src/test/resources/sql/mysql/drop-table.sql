-- drop table posts
-- outside a transaction
drop table `posts`;

-- and back: create table posts
-- outside a transaction
create table `posts` (
  `id` int not null auto_increment,
  `author_id` bigint not null,
  `title` varchar(200) not null,
  `body` longtext,
  `number` bigint not null,
  `posted_at` timestamp(6) not null default current_timestamp(6),
  primary key (`id`),
  key `posts_author_id_idx` (`author_id`),
  constraint `posts_author_id_fkey` foreign key (`author_id`) references `users` (`id`) on delete cascade
);
