-- drop column users.born
alter table "public"."users" drop column "born";

-- and back: add column users.born
alter table "public"."users" add column "born" date;
