-- rename enum user_role to role
-- outside a transaction
alter domain "public"."user_role" rename to "role";

-- and back: rename enum role to user_role
-- outside a transaction
alter domain "public"."role" rename to "user_role";
