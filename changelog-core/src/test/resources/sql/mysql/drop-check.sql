-- drop constraint users_score_check of users
-- outside a transaction
alter table `users` drop check `users_score_check`;

-- and back: add check users_score_check to users
-- outside a transaction
alter table `users` add constraint `users_score_check` check (score >= 0);
