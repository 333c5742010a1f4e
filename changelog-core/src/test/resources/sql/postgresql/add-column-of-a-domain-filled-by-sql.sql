-- add column users.mail
alter table "public"."users" add column "mail" text;
update "public"."users" set "mail" = email;
set constraints all immediate;
set constraints all deferred;
alter table "public"."users"
  alter column "mail" set data type "public"."must",
  alter column "mail" set default 'a';
alter table "public"."users" alter column "mail" set not null;

-- and back: drop column users.mail
alter table "public"."users" drop column "mail";
