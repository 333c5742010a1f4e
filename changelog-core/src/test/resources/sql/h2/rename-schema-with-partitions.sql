-- rename schema audit to logs
-- outside a transaction
alter schema "audit" rename to "logs";

-- and back: rename schema logs to audit
-- outside a transaction
alter schema "logs" rename to "audit";
