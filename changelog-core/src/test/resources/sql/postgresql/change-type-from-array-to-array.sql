-- change type of users.roles to text[]
alter table "public"."users"
  alter column "roles" drop default,
  alter column "roles" set data type text[],
  alter column "roles" set default '{citizen}';

-- and back: change type of users.roles to user_role[]
alter table "public"."users"
  alter column "roles" drop default,
  alter column "roles" set data type "public"."user_role"[] using "roles"::"public"."user_role"[],
  alter column "roles" set default '{citizen}';
