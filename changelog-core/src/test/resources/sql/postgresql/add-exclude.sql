-- add exclusion stays_room_during_excl to stays
alter table "public"."stays" add constraint "stays_room_during_excl" exclude using gist ("room" with =, "during" with &&);

-- and back: drop constraint stays_room_during_excl of stays
alter table "public"."stays" drop constraint "stays_room_during_excl";
