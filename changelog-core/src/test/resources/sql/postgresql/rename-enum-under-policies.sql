-- rename enum user_role to rank
alter type "public"."user_role" rename to "rank";

-- and back: rename enum rank to user_role
alter type "public"."rank" rename to "user_role";
