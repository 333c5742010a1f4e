-- rename value moderator of enum user_role to mod
-- outside a transaction
create domain "public"."user_role__swap" as enum('citizen', 'mod', 'overlord');
-- outside a transaction
create domain "public"."rank__swap" as "public"."user_role__swap" default 'mod';
-- outside a transaction
alter table "public"."users" alter column "role" drop default;
-- outside a transaction
alter table "public"."users" alter column "role" set data type "public"."user_role__swap" using case cast("role" as varchar) when 'moderator' then 'mod' else cast("role" as varchar) end;
-- outside a transaction
alter table "public"."users" alter column "roles" set data type "public"."user_role__swap" using case cast("roles" as varchar) when 'moderator' then 'mod' else cast("roles" as varchar) end;
-- outside a transaction
alter table "public"."jobs" alter column "other" drop default;
-- outside a transaction
alter table "public"."jobs" alter column "rank" set data type "public"."rank__swap" using case cast("rank" as varchar) when 'moderator' then 'mod' else cast("rank" as varchar) end;
-- outside a transaction
alter table "public"."jobs" alter column "other" set data type "public"."rank__swap" using case cast("other" as varchar) when 'moderator' then 'mod' else cast("other" as varchar) end;
-- outside a transaction
drop domain "public"."rank";
-- outside a transaction
drop domain "public"."user_role";
-- outside a transaction
alter domain "public"."user_role__swap" rename to "user_role";
-- outside a transaction
alter domain "public"."rank__swap" rename to "rank";
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';
-- outside a transaction
alter table "public"."jobs" alter column "other" set default 'mod';

-- and back: rename value mod of enum user_role to moderator
-- outside a transaction
create domain "public"."user_role__swap" as enum('citizen', 'moderator', 'overlord');
-- outside a transaction
create domain "public"."rank__swap" as "public"."user_role__swap" default 'moderator';
-- outside a transaction
alter table "public"."users" alter column "role" drop default;
-- outside a transaction
alter table "public"."users" alter column "role" set data type "public"."user_role__swap" using case cast("role" as varchar) when 'mod' then 'moderator' else cast("role" as varchar) end;
-- outside a transaction
alter table "public"."users" alter column "roles" set data type "public"."user_role__swap" using case cast("roles" as varchar) when 'mod' then 'moderator' else cast("roles" as varchar) end;
-- outside a transaction
alter table "public"."jobs" alter column "other" drop default;
-- outside a transaction
alter table "public"."jobs" alter column "rank" set data type "public"."rank__swap" using case cast("rank" as varchar) when 'mod' then 'moderator' else cast("rank" as varchar) end;
-- outside a transaction
alter table "public"."jobs" alter column "other" set data type "public"."rank__swap" using case cast("other" as varchar) when 'mod' then 'moderator' else cast("other" as varchar) end;
-- outside a transaction
drop domain "public"."rank";
-- outside a transaction
drop domain "public"."user_role";
-- outside a transaction
alter domain "public"."user_role__swap" rename to "user_role";
-- outside a transaction
alter domain "public"."rank__swap" rename to "rank";
-- outside a transaction
alter table "public"."users" alter column "role" set default 'citizen';
-- outside a transaction
alter table "public"."jobs" alter column "other" set default 'moderator';
