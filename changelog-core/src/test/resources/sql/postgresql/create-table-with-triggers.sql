-- create table audit.log
create table "audit"."log" (
  "id" bigint,
  "note" text
);
create trigger "log_note" after update of "note" on "audit"."log" for each row when (old.note is distinct from new.note) execute function "audit"."note"();

-- and back: drop table audit.log
drop table "audit"."log";
