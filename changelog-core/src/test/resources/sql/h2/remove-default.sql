-- remove default of users.role
-- outside a transaction
alter table "public"."users" alter column "role" drop default;

-- and back: set default of users.role
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';
