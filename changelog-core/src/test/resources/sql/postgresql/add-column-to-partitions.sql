-- add column events.more
alter table "public"."events" add column "more" integer not null default 7;
alter table "public"."events" alter column "more" drop default;

-- and back: drop column events.more
alter table "public"."events" drop column "more";
