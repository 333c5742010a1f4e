-- change type of users.roles to text[]
-- outside a transaction
alter table "public"."users" alter column "roles" set data type varchar array;

-- and back: change type of users.roles to user_role
-- outside a transaction
alter table "public"."users" alter column "roles" set data type "public"."user_role";
