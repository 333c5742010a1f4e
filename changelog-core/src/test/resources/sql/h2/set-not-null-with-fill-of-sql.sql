-- make users.born not null
update "public"."users" set "born" = current_date - id::integer where "born" is null;
-- outside a transaction
alter table "public"."users" alter column "born" set not null;

-- and back: make users.born nullable
-- outside a transaction
alter table "public"."users" alter column "born" drop not null;
