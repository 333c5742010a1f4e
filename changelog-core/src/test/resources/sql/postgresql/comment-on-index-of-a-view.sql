-- comment on index totals_half_idx
comment on index "public"."totals_half_idx" is 'Half.';

-- and back: comment on index totals_half_idx
comment on index "public"."totals_half_idx" is 'The half.';
