-- make users.settings not null
update "public"."users" set "settings" = '{}' where "settings" is null;
set constraints all immediate;
set constraints all deferred;
alter table "public"."users" alter column "settings" set not null;

-- and back: make users.settings nullable
alter table "public"."users" alter column "settings" drop not null;
