-- alter policy own on users
drop policy "own" on "public"."users";
create policy "own" on "public"."users" using (score > 4);

-- and back: alter policy own on users
drop policy "own" on "public"."users";
create policy "own" on "public"."users" for update to "pg_monitor" using (score > 3) with check (users.active and handle <> '');
