-- set the expression of rooms.twice
alter table "public"."rooms"
  drop constraint "rooms_twice_check",
  drop column "twice",
  add column "twice" integer generated always as (no + no) virtual,
  add constraint "rooms_twice_check" check (twice > 0);

-- and back: set the expression of rooms.twice
alter table "public"."rooms"
  drop constraint "rooms_twice_check",
  drop column "twice",
  add column "twice" integer generated always as (no * 2) virtual,
  add constraint "rooms_twice_check" check (twice > 0);
