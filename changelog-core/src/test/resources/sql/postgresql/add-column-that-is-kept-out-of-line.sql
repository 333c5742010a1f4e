-- add column notes.body
alter table "public"."notes" add column "body" text;
comment on column "public"."notes"."body" is 'Long.';
alter table "public"."notes" set (toast.autovacuum_enabled = false);

-- and back: drop column notes.body
alter table "public"."notes" drop column "body";
