-- add column notes.body
-- outside a transaction
alter table "public"."notes" add column "body" varchar comment 'Long.';

-- and back: drop column notes.body
-- outside a transaction
alter table "public"."notes" drop column "body";
