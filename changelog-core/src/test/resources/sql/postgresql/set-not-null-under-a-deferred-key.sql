-- make users.team_id not null
update "public"."users" set "team_id" = 2 where "team_id" is null;
set constraints all immediate;
set constraints all deferred;
alter table "public"."users" alter column "team_id" set not null;

-- and back: make users.team_id nullable
alter table "public"."users" alter column "team_id" drop not null;
