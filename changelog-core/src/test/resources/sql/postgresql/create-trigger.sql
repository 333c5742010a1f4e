-- create trigger users_touch on users
create trigger "users_touch" before insert or update of "email", "score" on "public"."users" for each row when (new.role = 'citizen') execute function "public"."touch"();

-- and back: drop trigger users_touch on users
drop trigger "users_touch" on "public"."users";
