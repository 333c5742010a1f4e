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
-- outside a transaction
drop view "public"."Best of all";
-- outside a transaction
drop view "public"."best";
-- outside a transaction
drop view "public"."active";
-- outside a transaction
create view "public"."active" as select id, email, score from users where active;
-- outside a transaction
create view "public"."best" as select a.* from active as a where a.score > 3;
-- outside a transaction
create view "public"."Best of all" as select max(score) as most from best;

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
-- outside a transaction
drop view "public"."Best of all";
-- outside a transaction
drop view "public"."best";
-- outside a transaction
drop view "public"."active";
-- outside a transaction
create view "public"."active" as select id, email, score from users where active;
-- outside a transaction
create view "public"."best" as select a.* from active as a where a.score > 3;
-- outside a transaction
create view "public"."Best of all" as select max(score) as most from best;
