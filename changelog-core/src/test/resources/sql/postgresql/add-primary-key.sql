-- add primary key tags_pkey to tags
alter table "public"."tags" add constraint "tags_pkey" primary key ("id", "name");

-- and back: drop constraint tags_pkey of tags
alter table "public"."tags" drop constraint "tags_pkey";
