-- make users.settings not null
alter table "public"."users" alter column "settings" set not null;

-- and back: make users.settings nullable
alter table "public"."users" alter column "settings" drop not null;
