-- change type of notes.id to text
alter table "public"."notes" alter column "id" set data type text;
alter table "public"."notes" set (toast.autovacuum_enabled = false);

-- and back: change type of notes.id to bigint
alter table "public"."notes" alter column "id" set data type bigint using "id"::bigint;
alter table "public"."notes" set (toast.autovacuum_enabled = false);
