-- add value robot to enum user_role
-- outside a transaction
create domain "public"."user_role__swap" as enum('citizen', 'moderator', 'robot', 'overlord');
-- outside a transaction
alter table "public"."users" alter column "role" drop default;
-- outside a transaction
alter table "public"."users" alter column "role" set data type "public"."user_role__swap";
-- outside a transaction
alter table "public"."users" alter column "roles" set data type "public"."user_role__swap";
-- outside a transaction
drop domain "public"."user_role";
-- outside a transaction
alter domain "public"."user_role__swap" rename to "user_role";
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';

-- and back: change enum user_role to [citizen, moderator, overlord]
-- outside a transaction
create domain "public"."user_role__swap" as enum('citizen', 'moderator', 'overlord');
-- outside a transaction
alter table "public"."users" alter column "role" drop default;
-- outside a transaction
alter table "public"."users" alter column "role" set data type "public"."user_role__swap";
-- outside a transaction
alter table "public"."users" alter column "roles" set data type "public"."user_role__swap";
-- outside a transaction
drop domain "public"."user_role";
-- outside a transaction
alter domain "public"."user_role__swap" rename to "user_role";
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';
