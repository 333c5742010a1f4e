-- change type of users.age to share
-- outside a transaction
alter table "public"."users" alter column "age" drop default;
-- outside a transaction
alter table "public"."users" alter column "age" set data type "public"."share";
-- outside a transaction
alter table "public"."users" alter column "age" set default 7;

-- and back: change type of users.age to text
-- outside a transaction
alter table "public"."users" alter column "age" drop default;
-- outside a transaction
alter table "public"."users" alter column "age" set data type varchar;
-- outside a transaction
alter table "public"."users" alter column "age" set default '7';
