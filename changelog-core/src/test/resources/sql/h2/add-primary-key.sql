-- add primary key tags_pkey to tags
-- outside a transaction
alter table "public"."tags" add constraint "tags_pkey" primary key ("id", "name");

-- and back: drop constraint tags_pkey of tags
-- outside a transaction
alter table "public"."tags" drop constraint if exists "tags_pkey";
