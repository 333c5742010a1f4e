-- alter domain email
alter domain "public"."email" drop constraint "email_check";
alter domain "public"."email" drop default;
alter domain "public"."email" drop not null;

-- and back: alter domain email
alter domain "public"."email" set default 'a@b';
alter domain "public"."email" add constraint "email_check" check (value like '%@%');
alter domain "public"."email" set not null;
