-- make users.bio not null
update "public"."users" set "bio" = '' where "bio" is null;
set constraints all immediate;
set constraints all deferred;
alter table "public"."users" alter column "bio" set not null;

-- and back: make users.bio nullable
alter table "public"."users" alter column "bio" drop not null;
