-- create domain work_email
-- outside a transaction
create domain "public"."work_email" as "public"."email" default null
  constraint "work_email_not_null" check (value is not null);

-- and back: drop domain work_email
-- outside a transaction
drop domain "public"."work_email";
