-- drop column jobs.tags
alter table "public"."jobs" drop column "tags";

-- and back: add column jobs.tags
alter table "public"."jobs" add column "tags" "public"."tags";
