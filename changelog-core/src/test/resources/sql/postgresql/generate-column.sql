-- set the expression of users.bio
alter table "public"."users"
  drop column "bio",
  add column "bio" text generated always as (upper(email)) stored;

-- and back: remove the expression of users.bio
alter table "public"."users" alter column "bio" drop expression;
