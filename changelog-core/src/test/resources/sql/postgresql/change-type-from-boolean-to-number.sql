-- change type of users.active to smallint
alter table "public"."users" alter column "active" set data type smallint using "active"::integer;

-- and back: change type of users.active to boolean
alter table "public"."users" alter column "active" set data type boolean using "active" <> 0;
