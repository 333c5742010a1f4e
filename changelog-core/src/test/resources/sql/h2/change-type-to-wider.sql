-- change type of users.score to bigint
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_score_check";
-- outside a transaction
alter table "public"."users" alter column "score" drop default;
-- outside a transaction
alter table "public"."users" alter column "score" set data type bigint;
-- outside a transaction
alter table "public"."users" alter column "score" set default 0;
-- outside a transaction
alter table "public"."users" add constraint "users_score_check" check (score >= 0);

-- and back: change type of users.score to integer
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_score_check";
-- outside a transaction
alter table "public"."users" alter column "score" drop default;
-- outside a transaction
alter table "public"."users" alter column "score" set data type integer;
-- outside a transaction
alter table "public"."users" alter column "score" set default 0;
-- outside a transaction
alter table "public"."users" add constraint "users_score_check" check (score >= 0);
