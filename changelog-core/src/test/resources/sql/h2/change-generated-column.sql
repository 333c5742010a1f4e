-- set the expression of users.handle
-- outside a transaction
alter table "public"."users" alter column "handle" varchar generated always as (split_part(email, '@', 1)) comment 'The short one.';

-- and back: set the expression of users.handle
-- outside a transaction
alter table "public"."users" alter column "handle" varchar generated always as (lower(email)) comment 'The short one.';
