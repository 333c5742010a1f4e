-- remove the expression of users.handle
-- outside a transaction
alter table "public"."users" alter column "handle" drop expression;

-- and back: set the expression of users.handle
-- outside a transaction
alter table "public"."users" alter column "handle" varchar generated always as (lower(email)) comment 'The short one.';
