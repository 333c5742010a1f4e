-- add check users_role_check to users
alter table "public"."users" add constraint "users_role_check" check (role <> 'overlord' or score > 5);

-- and back: drop constraint users_role_check of users
alter table "public"."users" drop constraint "users_role_check";
