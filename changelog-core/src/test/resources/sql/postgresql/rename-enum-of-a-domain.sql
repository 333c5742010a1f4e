-- rename enum user_role to role
alter type "public"."user_role" rename to "role";

-- and back: rename enum role to user_role
alter type "public"."role" rename to "user_role";
