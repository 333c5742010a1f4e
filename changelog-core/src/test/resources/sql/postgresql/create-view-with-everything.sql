-- create materialized view totals
create materialized view "public"."totals" as
with high as (select * from users where score > 3) select team_id, count(*) as n from high group by 1;
create unique index "totals_team_idx" on "public"."totals" ("team_id");
create index "totals_n_idx" on "public"."totals" ("n" desc) where (n > 1);
comment on index "public"."totals_n_idx" is 'The many.';
comment on materialized view "public"."totals" is 'Counted now and then.';

-- and back: drop view totals
drop materialized view "public"."totals";
