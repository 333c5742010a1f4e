-- create table spread
create table "public"."spread" (
  "id" integer not null,
  "part" integer not null,
  "note" text,
  constraint "spread_pkey" primary key ("id", "part")
) partition by hash ("id", "part");
create table "public"."s_0" partition of "public"."spread" for values with (modulus 2, remainder 0);
create table "public"."s_1" partition of "public"."spread" for values with (modulus 4, remainder 1);
create table "public"."s_3" partition of "public"."spread" for values with (modulus 4, remainder 3);

-- and back: drop table spread
drop table "public"."spread";
