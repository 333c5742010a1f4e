-- change enum user_role to [overlord, citizen]
drop index "public"."users_role_idx";
alter type "public"."user_role" rename to "user_role__old";
create type "public"."user_role" as enum ('overlord', 'citizen');
comment on type "public"."user_role" is 'What one may do.';
alter table "public"."users"
  alter column "role" drop default,
  alter column "role" set data type "public"."user_role" using (case "role"::text when 'moderator' then 'citizen' else "role"::text end)::"public"."user_role",
  alter column "role" set default 'citizen',
  alter column "roles" drop default,
  alter column "roles" set data type "public"."user_role"[] using array_replace("roles"::text[], 'moderator', 'citizen')::"public"."user_role"[],
  alter column "roles" set default '{citizen}';
alter table "public"."events"
  alter column "the Role" drop default,
  alter column "the Role" set data type "public"."user_role" using (case "the Role"::text when 'moderator' then 'citizen' else "the Role"::text end)::"public"."user_role",
  alter column "the Role" set default 'citizen';
drop type "public"."user_role__old";
create index "users_role_idx" on "public"."users" ("role") where (role <> 'overlord');

-- and back: change enum user_role to [citizen, moderator, overlord]
drop index "public"."users_role_idx";
alter type "public"."user_role" rename to "user_role__old";
create type "public"."user_role" as enum ('citizen', 'moderator', 'overlord');
comment on type "public"."user_role" is 'What one may do.';
alter table "public"."users"
  alter column "role" drop default,
  alter column "role" set data type "public"."user_role" using "role"::text::"public"."user_role",
  alter column "role" set default 'citizen',
  alter column "roles" drop default,
  alter column "roles" set data type "public"."user_role"[] using "roles"::text[]::"public"."user_role"[],
  alter column "roles" set default '{citizen}';
alter table "public"."events"
  alter column "the Role" drop default,
  alter column "the Role" set data type "public"."user_role" using "the Role"::text::"public"."user_role",
  alter column "the Role" set default 'citizen';
drop type "public"."user_role__old";
create index "users_role_idx" on "public"."users" ("role") where (role <> 'overlord');
