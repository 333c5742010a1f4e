-- change type of users.id to decimal
drop policy "of mine" on "public"."posts";
alter table "public"."users" alter column "id" set data type numeric;
create policy "of mine" on "public"."posts" using (exists (select 1 from users u where u.id = author_id and u.role = 'overlord'::user_role));

-- and back: change type of users.id to bigint
drop policy "of mine" on "public"."posts";
alter table "public"."users" alter column "id" set data type bigint;
create policy "of mine" on "public"."posts" using (exists (select 1 from users u where u.id = author_id and u.role = 'overlord'::user_role));
