-- rename constraint users_score_check of users to users_points_check
-- outside a transaction
alter table "public"."users" rename constraint "users_score_check" to "users_points_check";

-- and back: rename constraint users_points_check of users to users_score_check
-- outside a transaction
alter table "public"."users" rename constraint "users_points_check" to "users_score_check";
