-- change enum user_role to [overlord, citizen]
drop index "public"."users_role_idx";
alter type "public"."user_role" rename to "user_role__old";
alter domain "public"."rank" rename to "rank__old";
create type "public"."user_role" as enum ('overlord', 'citizen');
comment on type "public"."user_role" is 'What one may do.';
create domain "public"."rank" as "public"."user_role" default 'citizen'
  constraint "no_boss" check (value <> 'overlord');
alter table "public"."users"
  alter column "role" drop default,
  alter column "role" set data type "public"."user_role" using (case "role"::text when 'moderator' then 'citizen' else "role"::text end)::"public"."user_role",
  alter column "role" set default 'citizen',
  alter column "roles" drop default,
  alter column "roles" set data type "public"."user_role"[] using array_replace("roles"::text[], 'moderator', 'citizen')::"public"."user_role"[],
  alter column "roles" set default '{citizen}';
alter table "public"."jobs"
  alter column "rank" drop default,
  alter column "rank" set data type "public"."rank" using (case "rank"::text when 'moderator' then 'citizen' else "rank"::text end)::"public"."rank",
  alter column "rank" set default 'citizen';
drop domain "public"."rank__old";
drop type "public"."user_role__old";
create index "users_role_idx" on "public"."users" ("role") where (role <> 'overlord');

-- and back: change enum user_role to [citizen, moderator, overlord]
drop index "public"."users_role_idx";
alter type "public"."user_role" rename to "user_role__old";
alter domain "public"."rank" rename to "rank__old";
create type "public"."user_role" as enum ('citizen', 'moderator', 'overlord');
comment on type "public"."user_role" is 'What one may do.';
create domain "public"."rank" as "public"."user_role" default 'citizen'
  constraint "no_boss" check (value <> 'overlord');
alter table "public"."users"
  alter column "role" drop default,
  alter column "role" set data type "public"."user_role" using "role"::text::"public"."user_role",
  alter column "role" set default 'citizen',
  alter column "roles" drop default,
  alter column "roles" set data type "public"."user_role"[] using "roles"::text[]::"public"."user_role"[],
  alter column "roles" set default '{citizen}';
alter table "public"."jobs"
  alter column "rank" drop default,
  alter column "rank" set data type "public"."rank" using "rank"::text::"public"."rank",
  alter column "rank" set default 'citizen';
drop domain "public"."rank__old";
drop type "public"."user_role__old";
create index "users_role_idx" on "public"."users" ("role") where (role <> 'overlord');
