-- rename schema audit to log
alter schema "audit" rename to "log";

-- and back: rename schema log to audit
alter schema "log" rename to "audit";
