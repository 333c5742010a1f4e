-- rename constraint users_score_check of users to users_points_check
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_score_check";
-- outside a transaction
alter table "public"."users" add constraint "users_points_check" check (score >= 0);

-- and back: rename constraint users_points_check of users to users_score_check
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_points_check";
-- outside a transaction
alter table "public"."users" add constraint "users_score_check" check (score >= 0);
