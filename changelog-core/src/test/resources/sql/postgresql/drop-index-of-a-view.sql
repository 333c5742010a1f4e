-- drop index totals_half_idx of totals
drop index "public"."totals_half_idx";

-- and back: create index totals_half_idx on totals
create index "totals_half_idx" on "public"."totals" ((n / 2));
comment on index "public"."totals_half_idx" is 'The half.';
