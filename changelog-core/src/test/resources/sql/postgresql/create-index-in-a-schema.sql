-- create index log_at_idx on audit.log
create index "log_at_idx" on "audit"."log" ("at");

-- and back: drop index log_at_idx of audit.log
drop index "audit"."log_at_idx";
