-- create trigger t on events
create trigger "t" before insert on "public"."events" for each row execute function "public"."touch"();

-- and back: drop trigger t on events
drop trigger "t" on "public"."events";
