-- change type of events.note to text
alter table "public"."events" alter column "note" set data type text collate "C";

-- and back: change type of events.note to varchar(80)
alter table "public"."events" alter column "note" set data type varchar(80) collate "C";
