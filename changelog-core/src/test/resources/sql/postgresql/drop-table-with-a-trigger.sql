-- drop table log
drop table "public"."log";

-- and back: create table log
create table "public"."log" (
  "id" bigint
);
create trigger "log_note" before insert on "public"."log" for each statement execute function "audit"."note"();
