-- rename column events.at to happened At
alter table "events" rename column "at" to "happened At";

-- and back: rename column events.happened At to at
alter table "events" rename column "happened At" to "at";
