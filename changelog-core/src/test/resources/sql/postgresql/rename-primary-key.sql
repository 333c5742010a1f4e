-- rename constraint users_pkey of users to Users key
alter table "public"."users" rename constraint "users_pkey" to "Users key";

-- and back: rename constraint Users key of users to users_pkey
alter table "public"."users" rename constraint "Users key" to "users_pkey";
