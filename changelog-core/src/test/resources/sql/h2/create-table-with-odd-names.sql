-- create table "Odd "" table"
-- outside a transaction
create table "public"."Odd "" table" (
  "Select" varchar default 'a''b\c' comment 'It''s \ odd.',
  "col.umn" integer not null,
  "héllo wörld" varchar,
  constraint "Odd key" primary key ("col.umn"),
  constraint "odd check" check ("Select" <> '')
);
-- outside a transaction
create index "odd index" on "public"."Odd "" table" ("Select", "héllo wörld");

-- and back: drop table "Odd "" table"
-- outside a transaction
drop table "public"."Odd "" table";
