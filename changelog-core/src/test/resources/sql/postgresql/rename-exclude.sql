-- rename constraint stays_excl of stays to No two stays
alter table "public"."stays" rename constraint "stays_excl" to "No two stays";

-- and back: rename constraint No two stays of stays to stays_excl
alter table "public"."stays" rename constraint "No two stays" to "stays_excl";
