-- change type of users.handle to varchar(400)
alter table "public"."users" alter column "handle" set data type varchar(400);

-- and back: change type of users.handle to text
alter table "public"."users" alter column "handle" set data type text;
