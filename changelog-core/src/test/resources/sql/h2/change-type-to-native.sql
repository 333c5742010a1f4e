-- change type of users.settings to native(json)
-- outside a transaction
alter table "public"."users" alter column "settings" drop default;
-- outside a transaction
alter table "public"."users" alter column "settings" set data type json;
-- outside a transaction
alter table "public"."users" alter column "settings" set default '{}';

-- and back: change type of users.settings to jsonb
-- outside a transaction
alter table "public"."users" alter column "settings" drop default;
-- outside a transaction
alter table "public"."users" alter column "settings" set data type json;
-- outside a transaction
alter table "public"."users" alter column "settings" set default json '{}';
