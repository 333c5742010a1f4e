-- set default of users.score
alter table "public"."users" alter column "score" set default 15;

-- and back: set default of users.score
alter table "public"."users" alter column "score" set default 0;
