-- drop column users.bio
alter table "public"."users" drop column "bio";

-- and back: add column users.bio
alter table "public"."users" add column "bio" text;
