-- change type of users.age to integer
alter table "public"."users"
  alter column "age" drop default,
  alter column "age" set data type integer using age::integer * 10,
  alter column "age" set default 7;

-- and back: change type of users.age to text
alter table "public"."users"
  alter column "age" drop default,
  alter column "age" set data type text using (age / 10)::text,
  alter column "age" set default '7';
