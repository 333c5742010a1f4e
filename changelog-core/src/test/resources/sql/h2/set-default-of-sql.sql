-- set default of users.born
-- outside a transaction
alter table "public"."users" alter column "born" set default current_date;

-- and back: remove default of users.born
-- outside a transaction
alter table "public"."users" alter column "born" drop default;
