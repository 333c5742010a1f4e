-- create table "Odd "" table"
create table "Odd "" table" (
  "Select" text default 'a''b\c',
  "col.umn" integer not null,
  "héllo wörld" text,
  constraint "Odd key" primary key ("col.umn"),
  constraint "odd check" check ("Select" <> '')
);
create index "odd index" on "Odd "" table" ("Select", "héllo wörld");

-- and back: drop table "Odd "" table"
drop table "Odd "" table";
