-- replace trigger users_touch on users
create or replace trigger "users_touch" after delete on "public"."users" for each statement execute function "audit"."note"('x');

-- and back: replace trigger users_touch on users
create or replace trigger "users_touch" before insert or update of "email", "score" on "public"."users" for each row when (new.score > 3 and new.email <> '') execute function "public"."touch"();
