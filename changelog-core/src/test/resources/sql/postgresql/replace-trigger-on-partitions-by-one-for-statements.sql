-- replace trigger t on events
drop trigger "t" on "public"."events";
create trigger "t" before update on "public"."events" for each statement execute function "public"."other"();

-- and back: replace trigger t on events
drop trigger "t" on "public"."events";
create trigger "t" before insert on "public"."events" for each row execute function "public"."touch"();
