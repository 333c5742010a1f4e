-- set the expression of users.bio
alter table "public"."users"
  drop column "bio",
  add column "bio" text generated always as (lower(email)) virtual;

-- and back: remove the expression of users.bio
alter table "public"."users"
  drop column "bio",
  add column "bio" text;
update "public"."users" set "bio" = lower(email);
