-- change type of users.age to share
alter table "public"."users"
  alter column "age" drop default,
  alter column "age" set data type "public"."share" using "age"::smallint::"public"."share",
  alter column "age" set default '7';

-- and back: change type of users.age to text
alter table "public"."users"
  alter column "age" drop default,
  alter column "age" set data type text,
  alter column "age" set default '7';
