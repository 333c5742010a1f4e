-- change type of users.email to text
-- outside a transaction
alter table "public"."users" alter column "email" set data type varchar;
-- outside a transaction
alter table "public"."users" alter column "handle" varchar generated always as (lower(email)) comment 'The short one.';

-- and back: change type of users.email to varchar(320)
-- outside a transaction
alter table "public"."users" alter column "email" set data type varchar(320);
-- outside a transaction
alter table "public"."users" alter column "handle" varchar generated always as (lower(email)) comment 'The short one.';
