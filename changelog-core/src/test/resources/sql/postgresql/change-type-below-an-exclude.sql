-- change type of stays.room to bigint
alter table "public"."stays" alter column "room" set data type bigint;

-- and back: change type of stays.room to integer
alter table "public"."stays" alter column "room" set data type integer;
