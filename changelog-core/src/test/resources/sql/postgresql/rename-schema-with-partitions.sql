-- rename schema audit to logs
alter schema "audit" rename to "logs";

-- and back: rename schema logs to audit
alter schema "logs" rename to "audit";
