-- set the expression of users.bio
-- outside a transaction
alter table "public"."users" alter column "bio" varchar generated always as (upper(email));

-- and back: remove the expression of users.bio
-- outside a transaction
alter table "public"."users" alter column "bio" drop expression;
