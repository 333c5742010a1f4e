-- set the expression of stays.twice
alter table "public"."stays" alter column "twice" set expression as (room * 3);

-- and back: set the expression of stays.twice
alter table "public"."stays" alter column "twice" set expression as (room * 2);
