-- set the expression of users.handle
-- outside a transaction
alter table "public"."users" alter column "handle" varchar generated always as (upper(email)) comment 'The short one.';

-- and back: set the expression of users.handle
-- outside a transaction
alter table "public"."users" alter column "handle" varchar generated always as (lower(email)) comment 'The short one.';
