-- make events.note not null
update "public"."events" set "note" = 'x' where "note" is null;
alter table "public"."events" alter column "note" set not null;

-- and back: make events.note nullable
alter table "public"."events" alter column "note" drop not null;
