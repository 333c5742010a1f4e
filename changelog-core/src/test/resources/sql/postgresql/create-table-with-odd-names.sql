-- create table "Odd "" table"
create table "public"."Odd "" table" (
  "Select" text default 'a''b\c',
  "col.umn" integer not null,
  "héllo wörld" text,
  constraint "Odd key" primary key ("col.umn"),
  constraint "odd check" check ("Select" <> '')
);
create index "odd index" on "public"."Odd "" table" ("Select", "héllo wörld");
comment on column "public"."Odd "" table"."Select" is 'It''s \ odd.';

-- and back: drop table "Odd "" table"
drop table "public"."Odd "" table";
