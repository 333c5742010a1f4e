-- change type of users.role to rank
drop index "public"."users_role_idx";
alter table "public"."users"
  alter column "role" drop default,
  alter column "role" set data type "public"."rank" using "role"::text::"public"."rank",
  alter column "role" set default 'citizen';
create index "users_role_idx" on "public"."users" ("role") where (role <> 'overlord');

-- and back: change type of users.role to user_role
drop index "public"."users_role_idx";
alter table "public"."users"
  alter column "role" drop default,
  alter column "role" set data type "public"."user_role" using "role"::text::"public"."user_role",
  alter column "role" set default 'citizen';
create index "users_role_idx" on "public"."users" ("role") where (role <> 'overlord');
