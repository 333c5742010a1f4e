-- refresh view totals
refresh materialized view concurrently "public"."totals";

-- and back: refresh view totals
refresh materialized view concurrently "public"."totals";
