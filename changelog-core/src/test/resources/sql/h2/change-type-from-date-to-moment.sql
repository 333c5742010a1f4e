-- change type of users.born to timestamptz
-- outside a transaction
alter table "public"."users" alter column "born" set data type timestamp with time zone;

-- and back: change type of users.born to date
-- outside a transaction
alter table "public"."users" alter column "born" set data type date;
