-- add column events.more
-- outside a transaction
alter table "public"."events" add column "more" integer not null default 7;
-- outside a transaction
alter table "public"."events" alter column "more" drop default;

-- and back: drop column events.more
-- outside a transaction
alter table "public"."events" drop column "more";
