-- add primary key Tag key to tags
alter table "public"."tags" add constraint "Tag key" primary key ("id");

-- and back: drop constraint Tag key of tags
alter table "public"."tags" drop constraint "Tag key";
