-- create domain work_email
create domain "public"."work_email" as "public"."email" default null not null;

-- and back: drop domain work_email
drop domain "public"."work_email";
