-- insert 2 rows into posts
insert into `posts` (`id`, `author_id`, `title`, `number`) values
  (9, 1, 'Ho', 1),
  (10, 1, 'He', 2);

-- and back: delete 2 rows inserted into posts
delete from `posts` where `id` in (9, 10);
