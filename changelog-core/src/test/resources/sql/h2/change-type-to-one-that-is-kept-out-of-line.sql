-- change type of notes.id to text
-- outside a transaction
alter table "public"."notes" alter column "id" set data type varchar;

-- and back: change type of notes.id to bigint
-- outside a transaction
alter table "public"."notes" alter column "id" set data type bigint;
