-- rename schema audit to archive
-- outside a transaction
alter schema "audit" rename to "archive";

-- and back: rename schema archive to audit
-- outside a transaction
alter schema "archive" rename to "audit";
