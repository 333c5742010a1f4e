-- change type of users.score to bigint
alter table "public"."users"
  alter column "score" drop default,
  alter column "score" set data type bigint,
  alter column "score" set default 0;

-- and back: change type of users.score to integer
alter table "public"."users"
  alter column "score" drop default,
  alter column "score" set data type integer,
  alter column "score" set default 0;
