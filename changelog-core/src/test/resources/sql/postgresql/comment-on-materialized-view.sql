-- remove comment of view totals
comment on materialized view "public"."totals" is null;

-- and back: comment on view totals
comment on materialized view "public"."totals" is 'What each role has.';
