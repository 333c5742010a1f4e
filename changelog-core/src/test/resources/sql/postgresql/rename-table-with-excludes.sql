-- rename table stays to audit.visits
alter table "public"."stays" rename to "visits";
alter table "public"."visits" set schema "audit";

-- and back: rename table audit.visits to stays
alter table "audit"."visits" rename to "stays";
alter table "audit"."stays" set schema "public";
