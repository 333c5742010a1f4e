-- make events.note not null
update "public"."events" set "note" = 'x' where "note" is null;
-- outside a transaction
alter table "public"."events" alter column "note" set not null;

-- and back: make events.note nullable
-- outside a transaction
alter table "public"."events" alter column "note" drop not null;
