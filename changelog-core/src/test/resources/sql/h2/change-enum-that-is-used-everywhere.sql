-- change enum level to [high, none]
-- outside a transaction
create domain "public"."level__swap" as enum('high', 'none');
-- outside a transaction
alter table "public"."levels" alter column "level" set data type "public"."level__swap" using case cast("level" as varchar) when 'low' then 'none' else cast("level" as varchar) end;
-- outside a transaction
alter table "audit"."alarms" drop constraint if exists "alarms_check";
-- outside a transaction
alter table "audit"."alarms" drop constraint if exists "alarms_text_check";
-- outside a transaction
alter table "audit"."alarms" alter column "level" drop default;
-- outside a transaction
alter table "audit"."alarms" alter column "level" set data type "public"."level__swap" using case cast("level" as varchar) when 'low' then 'none' else cast("level" as varchar) end;
-- outside a transaction
alter table "audit"."alarms" alter column "many" set data type "public"."level__swap" using case cast("many" as varchar) when 'low' then 'none' else cast("many" as varchar) end;
-- outside a transaction
alter table "audit"."alarms" alter column "other" set data type "public"."level__swap" using case cast("other" as varchar) when 'low' then 'none' else cast("other" as varchar) end;
-- outside a transaction
drop domain "public"."level";
-- outside a transaction
alter domain "public"."level__swap" rename to "level";
-- outside a transaction
alter table "audit"."alarms" alter column "level" set default 'high';
-- outside a transaction
alter table "audit"."alarms" alter column "other" "public"."level" generated always as (level);
-- outside a transaction
alter table "audit"."alarms" alter column "loud" boolean generated always as (level = 'high') comment 'To be heard.';
-- outside a transaction
alter table "audit"."alarms" add constraint "alarms_check" check (level <> 'high' or other = 'high');
-- outside a transaction
alter table "audit"."alarms" add constraint "alarms_text_check" check (array_length(many, 1) < 5);

-- and back: change enum level to [low, high]
-- outside a transaction
create domain "public"."level__swap" as enum('low', 'high');
-- outside a transaction
alter table "public"."levels" alter column "level" set data type "public"."level__swap" using case cast("level" as varchar) when 'none' then 'low' else cast("level" as varchar) end;
-- outside a transaction
alter table "audit"."alarms" drop constraint if exists "alarms_check";
-- outside a transaction
alter table "audit"."alarms" drop constraint if exists "alarms_text_check";
-- outside a transaction
alter table "audit"."alarms" alter column "level" drop default;
-- outside a transaction
alter table "audit"."alarms" alter column "level" set data type "public"."level__swap" using case cast("level" as varchar) when 'none' then 'low' else cast("level" as varchar) end;
-- outside a transaction
alter table "audit"."alarms" alter column "many" set data type "public"."level__swap" using case cast("many" as varchar) when 'none' then 'low' else cast("many" as varchar) end;
-- outside a transaction
alter table "audit"."alarms" alter column "other" set data type "public"."level__swap" using case cast("other" as varchar) when 'none' then 'low' else cast("other" as varchar) end;
-- outside a transaction
drop domain "public"."level";
-- outside a transaction
alter domain "public"."level__swap" rename to "level";
-- outside a transaction
alter table "audit"."alarms" alter column "level" set default 'high';
-- outside a transaction
alter table "audit"."alarms" alter column "other" "public"."level" generated always as (level);
-- outside a transaction
alter table "audit"."alarms" alter column "loud" boolean generated always as (level = 'high') comment 'To be heard.';
-- outside a transaction
alter table "audit"."alarms" add constraint "alarms_check" check (level <> 'high' or other = 'high');
-- outside a transaction
alter table "audit"."alarms" add constraint "alarms_text_check" check (array_length(many, 1) < 5);
