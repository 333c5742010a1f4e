-- change type of stays.until to text
alter table "public"."stays"
  drop constraint "until",
  alter column "until" set data type text,
  add constraint "until" exclude using gist ((coalesce(until, '2026-01-01')) with =, "room" with =);

-- and back: change type of stays.until to date
alter table "public"."stays"
  drop constraint "until",
  alter column "until" set data type date using "until"::date,
  add constraint "until" exclude using gist ((coalesce(until, '2026-01-01')) with =, "room" with =);
