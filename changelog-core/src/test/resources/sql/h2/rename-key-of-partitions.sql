-- rename constraint events_pkey of events to the_key
-- outside a transaction
alter table "public"."events" rename constraint "events_pkey" to "the_key";

-- and back: rename constraint the_key of events to events_pkey
-- outside a transaction
alter table "public"."events" rename constraint "the_key" to "events_pkey";
