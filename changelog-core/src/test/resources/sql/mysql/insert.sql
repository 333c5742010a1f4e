-- insert 3 rows into users
insert into `users` (`id`, `email`, `role`, `settings`) values
  (50, 'd''or@example.org', 'citizen', '{"a": 1}'),
  (51, 'eve@example.org', 'overlord', null);
insert into `users` (`id`, `email`, `born`) values
  (52, 'fay@example.org', current_date);

-- and back: delete 3 rows inserted into users
delete from `users` where `id` in (50, 51, 52);
