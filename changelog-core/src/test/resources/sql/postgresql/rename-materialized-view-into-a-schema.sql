-- rename view totals to audit.sums
alter materialized view "public"."totals" rename to "sums";
alter materialized view "public"."sums" set schema "audit";

-- and back: rename view audit.sums to totals
alter materialized view "audit"."sums" rename to "totals";
alter materialized view "audit"."totals" set schema "public";
