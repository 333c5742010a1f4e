-- create index log_at_idx on audit.log
-- outside a transaction
create index "log_at_idx" on "audit"."log" ("at");

-- and back: drop index log_at_idx of audit.log
-- outside a transaction
drop index "audit"."log_at_idx";
