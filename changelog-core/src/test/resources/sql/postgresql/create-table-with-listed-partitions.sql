-- create table audit.log
create table "audit"."log" (
  "id" integer,
  "role" "public"."user_role",
  "note" text
) partition by list ("role");
create table "audit"."boss" partition of "audit"."log" for values in ('moderator', 'overlord');
create table "audit"."others" partition of "audit"."log" for values in ('citizen', null);

-- and back: drop table audit.log
drop table "audit"."log";
