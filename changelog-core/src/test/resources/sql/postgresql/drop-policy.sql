-- drop policy own on users
drop policy "own" on "public"."users";

-- and back: create policy own on users
create policy "own" on "public"."users" for update to "pg_monitor" using (score > 3) with check (users.active and handle <> '');
