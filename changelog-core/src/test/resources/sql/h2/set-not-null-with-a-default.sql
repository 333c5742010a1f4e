-- make users.settings not null
update "public"."users" set "settings" = json '{}' where "settings" is null;
-- outside a transaction
alter table "public"."users" alter column "settings" set not null;

-- and back: make users.settings nullable
-- outside a transaction
alter table "public"."users" alter column "settings" drop not null;
