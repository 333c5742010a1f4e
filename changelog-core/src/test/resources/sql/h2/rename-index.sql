-- rename index users_role_idx of users to users_rank_idx
-- outside a transaction
alter index "public"."users_role_idx" rename to "users_rank_idx";

-- and back: rename index users_rank_idx of users to users_role_idx
-- outside a transaction
alter index "public"."users_rank_idx" rename to "users_role_idx";
