-- create trigger Posts noted on posts
create trigger "Posts noted" after insert or update or delete or truncate on "public"."posts" for each statement execute function "audit"."note"('it''s', 'a, \b', '-3');

-- and back: drop trigger Posts noted on posts
drop trigger "Posts noted" on "public"."posts";
