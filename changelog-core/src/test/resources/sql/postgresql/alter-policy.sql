-- alter policy own on users
alter policy "own" on "public"."users" to public using (score > 4) with check (active);

-- and back: alter policy own on users
alter policy "own" on "public"."users" to "pg_monitor" using (score > 3) with check (users.active and handle <> '');
