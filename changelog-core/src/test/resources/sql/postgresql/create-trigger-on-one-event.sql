-- create trigger n on posts
create trigger "n" after insert on "public"."posts" for each statement execute function "public"."touch"();

-- and back: drop trigger n on posts
drop trigger "n" on "public"."posts";
