-- rename column users.id to user_id
-- outside a transaction
alter table "public"."users" alter column "id" rename to "user_id";

-- and back: rename column users.user_id to id
-- outside a transaction
alter table "public"."users" alter column "user_id" rename to "id";
