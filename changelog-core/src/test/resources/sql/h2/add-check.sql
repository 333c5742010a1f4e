-- add check users_role_check to users
-- outside a transaction
alter table "public"."users" add constraint "users_role_check" check (role <> 'overlord' or score > 5);

-- and back: drop constraint users_role_check of users
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_role_check";
