-- create table seats
create table "public"."seats" (
  "room" text,
  "no" integer,
  constraint "seats_key" unique nulls not distinct ("room", "no")
);
create unique index "seats_room_idx" on "public"."seats" ("room") nulls not distinct;

-- and back: drop table seats
drop table "public"."seats";
