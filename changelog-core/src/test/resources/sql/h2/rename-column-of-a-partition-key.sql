-- rename column events.at to happened At
-- outside a transaction
alter table "public"."events" alter column "at" rename to "happened At";

-- and back: rename column events.happened At to at
-- outside a transaction
alter table "public"."events" alter column "happened At" rename to "at";
