-- remove default of users.role
alter table "public"."users" alter column "role" drop default;

-- and back: set default of users.role
alter table "public"."users" alter column "role" set default 'citizen';
