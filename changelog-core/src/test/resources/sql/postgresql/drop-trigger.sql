-- drop trigger users_touch on users
drop trigger "users_touch" on "public"."users";

-- and back: create trigger users_touch on users
create trigger "users_touch" before insert or update of "email", "score" on "public"."users" for each row when (new.score > 3 and new.email <> '') execute function "public"."touch"();
