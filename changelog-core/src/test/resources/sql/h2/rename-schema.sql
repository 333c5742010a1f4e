-- rename schema audit to log
-- outside a transaction
alter schema "audit" rename to "log";

-- and back: rename schema log to audit
-- outside a transaction
alter schema "log" rename to "audit";
