-- drop constraint users_score_check of users
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_score_check";

-- and back: add check users_score_check to users
-- outside a transaction
alter table "public"."users" add constraint "users_score_check" check (score >= 0);
