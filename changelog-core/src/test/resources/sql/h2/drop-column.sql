-- drop column users.bio
-- outside a transaction
alter table "public"."users" drop column "bio";

-- and back: add column users.bio
-- outside a transaction
alter table "public"."users" add column "bio" varchar;
