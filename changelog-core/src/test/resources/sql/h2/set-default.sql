-- set default of users.score
-- outside a transaction
alter table "public"."users" alter column "score" set default 15;

-- and back: set default of users.score
-- outside a transaction
alter table "public"."users" alter column "score" set default 0;
