-- set the expression of users.handle
alter table "public"."users" alter column "handle" set expression as (upper(email));

-- and back: set the expression of users.handle
alter table "public"."users" alter column "handle" set expression as (lower(email));
