-- add foreign key tags_up_fkey to tags
-- outside a transaction
alter table "public"."tags" add constraint "tags_up_fkey" foreign key ("up") references "public"."tags" ("id");

-- and back: drop constraint tags_up_fkey of tags
-- outside a transaction
alter table "public"."tags" drop constraint if exists "tags_up_fkey";
