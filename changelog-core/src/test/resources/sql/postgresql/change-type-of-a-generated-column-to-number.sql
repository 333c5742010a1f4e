-- change type of rooms.half to bigint
drop index "public"."rooms_half_idx";
alter table "public"."rooms"
  drop column "half",
  add column "half" bigint generated always as ((no / 2)::bigint) stored;
comment on column "public"."rooms"."half" is 'Half.';
create index "rooms_half_idx" on "public"."rooms" ("half");

-- and back: change type of rooms.half to text
alter table "public"."rooms" alter column "half" set data type text;
