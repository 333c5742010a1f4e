-- drop view totals
drop materialized view "public"."totals";

-- and back: create materialized view totals
create materialized view "public"."totals" as
select u.role, count(*) as n, sum(a.score) as score from active a join users u on u.id = a.id group by u.role;
create unique index "totals_role_idx" on "public"."totals" ("role");
create index "totals_half_idx" on "public"."totals" ((n / 2));
comment on index "public"."totals_half_idx" is 'The half.';
comment on materialized view "public"."totals" is 'What each role has.';
