-- comment on table users
-- outside a transaction
alter table `users` comment = 'It''s new.';

-- and back: comment on table users
-- outside a transaction
alter table `users` comment = 'People and robots that post.';
