-- rename enum audit.level to audit.severity
alter type "audit"."level" rename to "severity";

-- and back: rename enum audit.severity to audit.level
alter type "audit"."severity" rename to "level";
