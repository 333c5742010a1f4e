-- create partition It's of odd
create table "public"."It's" (like "public"."odd" including defaults including constraints including generated including storage including compression);
alter table "public"."odd" attach partition "public"."It's" for values in ('a, b\', 'it''s', 'null', null);

-- and back: drop partition It's of odd
drop table "public"."It's";
