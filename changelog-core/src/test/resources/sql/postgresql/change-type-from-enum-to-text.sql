-- change type of users.role to text
drop index "public"."users_role_idx";
alter table "public"."users"
  alter column "role" drop default,
  alter column "role" set data type text,
  alter column "role" set default 'citizen';
create index "users_role_idx" on "public"."users" ("role") where (role <> 'overlord');

-- and back: change type of users.role to user_role
drop index "public"."users_role_idx";
alter table "public"."users"
  alter column "role" drop default,
  alter column "role" set data type "public"."user_role" using "role"::"public"."user_role",
  alter column "role" set default 'citizen';
create index "users_role_idx" on "public"."users" ("role") where (role <> 'overlord');
