-- create table seats
-- outside a transaction
create table "public"."seats" (
  "room" varchar,
  "no" integer,
  constraint "seats_key" unique nulls not distinct ("room", "no")
);
-- outside a transaction
create unique nulls not distinct index "seats_room_idx" on "public"."seats" ("room");

-- and back: drop table seats
-- outside a transaction
drop table "public"."seats";
