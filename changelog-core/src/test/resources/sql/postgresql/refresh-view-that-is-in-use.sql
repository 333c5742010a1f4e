-- refresh view sums
refresh materialized view "public"."sums";

-- and back: refresh view sums
refresh materialized view "public"."sums";
