-- alter domain email
-- outside a transaction
alter domain "public"."email" drop constraint if exists "email_check";
-- outside a transaction
alter domain "public"."email" drop constraint if exists "short";
-- outside a transaction
alter domain "public"."email" set default 'nobody@nowhere';
-- outside a transaction
alter table "public"."people" alter column "mail" drop default;
-- outside a transaction
alter domain "public"."email" add constraint "has_at" check (value like '%@%');
-- outside a transaction
alter domain "public"."email" add constraint "long" check (length(value) > 2);
-- outside a transaction
alter domain "public"."email" add constraint "email_not_null" check (value is not null);

-- and back: alter domain email
-- outside a transaction
alter domain "public"."email" drop constraint if exists "has_at";
-- outside a transaction
alter domain "public"."email" drop constraint if exists "long";
-- outside a transaction
alter domain "public"."email" drop constraint if exists "email_not_null";
-- outside a transaction
alter domain "public"."email" drop default;
-- outside a transaction
alter table "public"."people" alter column "mail" drop default;
-- outside a transaction
alter domain "public"."email" add constraint "email_check" check (value like '%@%');
-- outside a transaction
alter domain "public"."email" add constraint "short" check (length(value) < 9);
