-- create index totals_score_idx on totals
create index "totals_score_idx" on "public"."totals" ("score");

-- and back: drop index totals_score_idx of totals
drop index "public"."totals_score_idx";
