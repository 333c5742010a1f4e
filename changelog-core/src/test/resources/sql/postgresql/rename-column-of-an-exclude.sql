-- rename column stays.since to first day
alter table "public"."stays" rename column "since" to "first day";

-- and back: rename column stays.first day to since
alter table "public"."stays" rename column "first day" to "since";
