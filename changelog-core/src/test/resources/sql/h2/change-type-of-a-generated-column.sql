-- change type of users.handle to varchar(400)
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_handle_check";
-- outside a transaction
alter table "public"."users" alter column "handle" varchar(400) generated always as (lower(email)) comment 'The short one.';
-- outside a transaction
alter table "public"."users" add constraint "users_handle_check" check (handle <> '');

-- and back: change type of users.handle to text
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_handle_check";
-- outside a transaction
alter table "public"."users" alter column "handle" varchar generated always as (lower(email)) comment 'The short one.';
-- outside a transaction
alter table "public"."users" add constraint "users_handle_check" check (handle <> '');
