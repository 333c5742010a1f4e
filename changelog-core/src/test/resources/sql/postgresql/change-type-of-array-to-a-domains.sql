-- change type of users.roles to rank[]
alter table "public"."users"
  alter column "roles" drop default,
  alter column "roles" set data type "public"."rank"[],
  alter column "roles" set default '{citizen}';

-- and back: change type of users.roles to user_role[]
alter table "public"."users"
  alter column "roles" drop default,
  alter column "roles" set data type "public"."user_role"[],
  alter column "roles" set default '{citizen}';
