-- alter domain email
alter domain "public"."email" drop constraint "short";
alter domain "public"."email" rename constraint "email_check" to "has_at";
alter domain "public"."email" set default 'nobody@nowhere';
alter domain "public"."email" add constraint "long" check (length(value) > 2);
alter domain "public"."email" set not null;
comment on domain "public"."email" is 'Where one gets letters.';

-- and back: alter domain email
alter domain "public"."email" drop constraint "long";
alter domain "public"."email" rename constraint "has_at" to "email_check";
alter domain "public"."email" drop default;
alter domain "public"."email" add constraint "short" check (length(value) < 9);
alter domain "public"."email" drop not null;
comment on domain "public"."email" is null;
