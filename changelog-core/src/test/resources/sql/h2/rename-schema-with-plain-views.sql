-- rename schema audit to archive
-- outside a transaction
drop view "public"."seen";
-- outside a transaction
drop view "audit"."best";
-- outside a transaction
alter schema "audit" rename to "archive";
-- outside a transaction
create view "archive"."best" as select score from active where score > 3;
-- outside a transaction
create view "public"."seen" as select who, best.score from archive.log, archive.best;

-- and back: rename schema archive to audit
-- outside a transaction
drop view "public"."seen";
-- outside a transaction
drop view "archive"."best";
-- outside a transaction
alter schema "archive" rename to "audit";
-- outside a transaction
create view "audit"."best" as select score from active where score > 3;
-- outside a transaction
create view "public"."seen" as select who, best.score from audit.log, audit.best;
