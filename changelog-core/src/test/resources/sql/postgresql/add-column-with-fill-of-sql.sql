-- add column users.name
alter table "public"."users" add column "name" text;
update "public"."users" set "name" = split_part(email, '@', 1);
set constraints all immediate;
set constraints all deferred;
alter table "public"."users" alter column "name" set not null;

-- and back: drop column users.name
alter table "public"."users" drop column "name";
