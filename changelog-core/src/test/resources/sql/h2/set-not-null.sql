-- make users.bio not null
update "public"."users" set "bio" = '' where "bio" is null;
-- outside a transaction
alter table "public"."users" alter column "bio" set not null;

-- and back: make users.bio nullable
-- outside a transaction
alter table "public"."users" alter column "bio" drop not null;
