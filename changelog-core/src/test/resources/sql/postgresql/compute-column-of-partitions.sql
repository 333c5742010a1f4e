-- set the expression of events.twice
alter table "public"."events" alter column "twice" set expression as (id * 3);

-- and back: set the expression of events.twice
alter table "public"."events" alter column "twice" set expression as (id * 2);
