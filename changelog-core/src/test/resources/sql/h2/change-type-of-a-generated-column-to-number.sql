-- change type of rooms.half to bigint
-- outside a transaction
alter table "public"."rooms" alter column "half" bigint generated always as ((no / 2)::bigint) comment 'Half.';

-- and back: change type of rooms.half to text
-- outside a transaction
alter table "public"."rooms" alter column "half" varchar generated always as ((no / 2)::bigint) comment 'Half.';
