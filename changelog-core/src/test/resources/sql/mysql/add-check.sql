-- add check users_role_check to users
-- outside a transaction
alter table `users` add constraint `users_role_check` check (role <> 'overlord' or score > 5);

-- and back: drop constraint users_role_check of users
-- outside a transaction
alter table `users` drop check `users_role_check`;
