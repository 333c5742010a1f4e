-- alter domain email
-- outside a transaction
alter domain "public"."email" drop constraint if exists "email_check";
-- outside a transaction
alter domain "public"."email" drop constraint if exists "email_not_null";
-- outside a transaction
alter domain "public"."email" drop default;
-- outside a transaction
alter table "public"."people" alter column "mail" drop default;

-- and back: alter domain email
-- outside a transaction
alter domain "public"."email" set default 'a@b';
-- outside a transaction
alter table "public"."people" alter column "mail" drop default;
-- outside a transaction
alter domain "public"."email" add constraint "email_check" check (value like '%@%');
-- outside a transaction
alter domain "public"."email" add constraint "email_not_null" check (value is not null);
