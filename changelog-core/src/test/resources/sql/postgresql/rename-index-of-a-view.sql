-- rename index totals_half_idx of totals to halves
alter index "public"."totals_half_idx" rename to "halves";

-- and back: rename index halves of totals to totals_half_idx
alter index "public"."halves" rename to "totals_half_idx";
