-- rename column users.handle to nick
alter table "public"."users" rename column "handle" to "nick";

-- and back: rename column users.nick to handle
alter table "public"."users" rename column "nick" to "handle";
