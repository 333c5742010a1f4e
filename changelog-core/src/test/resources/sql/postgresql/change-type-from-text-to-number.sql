-- change type of users.age to integer
alter table "public"."users"
  alter column "age" drop default,
  alter column "age" set data type integer using "age"::integer,
  alter column "age" set default 7;

-- and back: change type of users.age to text
alter table "public"."users"
  alter column "age" drop default,
  alter column "age" set data type text,
  alter column "age" set default '7';
