-- change type of users.active to smallint
-- outside a transaction
alter table "public"."users" alter column "active" set data type smallint;

-- and back: change type of users.active to boolean
-- outside a transaction
alter table "public"."users" alter column "active" set data type boolean;
