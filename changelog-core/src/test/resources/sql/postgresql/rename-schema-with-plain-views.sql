-- rename schema audit to archive
alter schema "audit" rename to "archive";

-- and back: rename schema archive to audit
alter schema "archive" rename to "audit";
