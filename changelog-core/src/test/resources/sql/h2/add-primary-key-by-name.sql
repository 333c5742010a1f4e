-- add primary key Tag key to tags
-- outside a transaction
alter table "public"."tags" add constraint "Tag key" primary key ("id");

-- and back: drop constraint Tag key of tags
-- outside a transaction
alter table "public"."tags" drop constraint if exists "Tag key";
