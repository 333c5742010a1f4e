-- set the expression of users.handle
alter table "public"."users" alter column "handle" set expression as (split_part(email, '@', 1));

-- and back: set the expression of users.handle
alter table "public"."users" alter column "handle" set expression as (lower(email));
