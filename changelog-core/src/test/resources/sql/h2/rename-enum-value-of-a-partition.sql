-- rename value moderator of enum user_role to it's me
-- outside a transaction
create domain "public"."user_role__swap" as enum('citizen', 'it''s me', 'overlord');
-- outside a transaction
alter table "public"."users" alter column "role" drop default;
-- outside a transaction
alter table "public"."users" alter column "role" set data type "public"."user_role__swap" using case cast("role" as varchar) when 'moderator' then 'it''s me' else cast("role" as varchar) end;
-- outside a transaction
alter table "public"."users" alter column "roles" set data type "public"."user_role__swap" using case cast("roles" as varchar) when 'moderator' then 'it''s me' else cast("roles" as varchar) end;
-- outside a transaction
alter table "audit"."log" alter column "role" set data type "public"."user_role__swap" using case cast("role" as varchar) when 'moderator' then 'it''s me' else cast("role" as varchar) end;
-- outside a transaction
drop domain "public"."user_role";
-- outside a transaction
alter domain "public"."user_role__swap" rename to "user_role";
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';

-- and back: rename value it's me of enum user_role to moderator
-- outside a transaction
create domain "public"."user_role__swap" as enum('citizen', 'moderator', 'overlord');
-- outside a transaction
alter table "public"."users" alter column "role" drop default;
-- outside a transaction
alter table "public"."users" alter column "role" set data type "public"."user_role__swap" using case cast("role" as varchar) when 'it''s me' then 'moderator' else cast("role" as varchar) end;
-- outside a transaction
alter table "public"."users" alter column "roles" set data type "public"."user_role__swap" using case cast("roles" as varchar) when 'it''s me' then 'moderator' else cast("roles" as varchar) end;
-- outside a transaction
alter table "audit"."log" alter column "role" set data type "public"."user_role__swap" using case cast("role" as varchar) when 'it''s me' then 'moderator' else cast("role" as varchar) end;
-- outside a transaction
drop domain "public"."user_role";
-- outside a transaction
alter domain "public"."user_role__swap" rename to "user_role";
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';
