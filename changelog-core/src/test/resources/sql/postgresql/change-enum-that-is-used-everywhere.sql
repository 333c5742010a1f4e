-- change enum level to [high, none]
alter table "audit"."alarms" drop constraint "alarms_level_fkey";
drop index "audit"."alarms_high_idx";
alter table "audit"."alarms"
  drop constraint "alarms_check",
  drop constraint "alarms_text_check",
  drop column "other",
  drop column "loud";
alter type "public"."level" rename to "level__old";
create type "public"."level" as enum ('high', 'none');
alter table "public"."levels"
  alter column "level" set data type "public"."level" using (case "level"::text when 'low' then 'none' else "level"::text end)::"public"."level",
  alter column "name" set default ('high'::level::text);
alter table "audit"."alarms"
  alter column "level" drop default,
  alter column "level" set data type "public"."level" using (case "level"::text when 'low' then 'none' else "level"::text end)::"public"."level",
  alter column "level" set default 'high',
  alter column "many" drop default,
  alter column "many" set data type "public"."level"[] using array_replace("many"::text[], 'low', 'none')::"public"."level"[],
  alter column "many" set default '{high}';
drop type "public"."level__old";
alter table "audit"."alarms"
  add column "other" "public"."level" generated always as (level) stored,
  add column "loud" boolean generated always as (level = 'high') stored,
  add constraint "alarms_check" check (level <> 'high' or other = 'high'),
  add constraint "alarms_text_check" check (array_length(many, 1) < 5);
create index "alarms_high_idx" on "audit"."alarms" ("loud") where (level = 'high'::level);
comment on index "audit"."alarms_high_idx" is 'The high ones.';
comment on column "audit"."alarms"."loud" is 'To be heard.';
alter table "audit"."alarms" add constraint "alarms_level_fkey" foreign key ("level") references "public"."levels" ("level");

-- and back: change enum level to [low, high]
alter table "audit"."alarms" drop constraint "alarms_level_fkey";
drop index "audit"."alarms_high_idx";
alter table "audit"."alarms"
  drop constraint "alarms_check",
  drop constraint "alarms_text_check",
  drop column "other",
  drop column "loud";
alter type "public"."level" rename to "level__old";
create type "public"."level" as enum ('low', 'high');
alter table "public"."levels"
  alter column "level" set data type "public"."level" using (case "level"::text when 'none' then 'low' else "level"::text end)::"public"."level",
  alter column "name" set default ('high'::level::text);
alter table "audit"."alarms"
  alter column "level" drop default,
  alter column "level" set data type "public"."level" using (case "level"::text when 'none' then 'low' else "level"::text end)::"public"."level",
  alter column "level" set default 'high',
  alter column "many" drop default,
  alter column "many" set data type "public"."level"[] using array_replace("many"::text[], 'none', 'low')::"public"."level"[],
  alter column "many" set default '{high}';
drop type "public"."level__old";
alter table "audit"."alarms"
  add column "other" "public"."level" generated always as (level) stored,
  add column "loud" boolean generated always as (level = 'high') stored,
  add constraint "alarms_check" check (level <> 'high' or other = 'high'),
  add constraint "alarms_text_check" check (array_length(many, 1) < 5);
create index "alarms_high_idx" on "audit"."alarms" ("loud") where (level = 'high'::level);
comment on index "audit"."alarms_high_idx" is 'The high ones.';
comment on column "audit"."alarms"."loud" is 'To be heard.';
alter table "audit"."alarms" add constraint "alarms_level_fkey" foreign key ("level") references "public"."levels" ("level");
