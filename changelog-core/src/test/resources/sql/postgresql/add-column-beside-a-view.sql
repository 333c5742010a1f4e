-- add column users.nick
alter table "public"."users" add column "nick" text;

-- and back: drop column users.nick
alter table "public"."users" drop column "nick";
