-- change type of users.role to rank
-- outside a transaction
alter table "public"."users" alter column "role" drop default;
-- outside a transaction
alter table "public"."users" alter column "role" set data type "public"."rank";
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';

-- and back: change type of users.role to user_role
-- outside a transaction
alter table "public"."users" alter column "role" drop default;
-- outside a transaction
alter table "public"."users" alter column "role" set data type "public"."user_role";
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';
