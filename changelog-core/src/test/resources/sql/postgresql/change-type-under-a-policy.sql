-- change type of users.score to bigint
drop policy "own" on "public"."users";
alter table "public"."users"
  alter column "score" drop default,
  alter column "score" set data type bigint,
  alter column "score" set default 0;
create policy "own" on "public"."users" for update to "pg_monitor" using (score > 3) with check (users.active and handle <> '');

-- and back: change type of users.score to integer
drop policy "own" on "public"."users";
alter table "public"."users"
  alter column "score" drop default,
  alter column "score" set data type integer,
  alter column "score" set default 0;
create policy "own" on "public"."users" for update to "pg_monitor" using (score > 3) with check (users.active and handle <> '');
