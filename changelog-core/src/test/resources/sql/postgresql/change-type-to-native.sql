-- change type of users.settings to native(json)
alter table "public"."users"
  alter column "settings" drop default,
  alter column "settings" set data type json using "settings"::json,
  alter column "settings" set default '{}';

-- and back: change type of users.settings to jsonb
alter table "public"."users"
  alter column "settings" drop default,
  alter column "settings" set data type jsonb using "settings"::jsonb,
  alter column "settings" set default '{}';
