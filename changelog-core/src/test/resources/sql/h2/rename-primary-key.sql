-- rename constraint users_pkey of users to Users key
-- outside a transaction
alter table "public"."users" rename constraint "users_pkey" to "Users key";

-- and back: rename constraint Users key of users to users_pkey
-- outside a transaction
alter table "public"."users" rename constraint "Users key" to "users_pkey";
