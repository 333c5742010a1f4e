-- make users.team_id not null
update "public"."users" set "team_id" = 2 where "team_id" is null;
-- outside a transaction
alter table "public"."users" alter column "team_id" set not null;

-- and back: make users.team_id nullable
-- outside a transaction
alter table "public"."users" alter column "team_id" drop not null;
