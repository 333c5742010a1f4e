-- create table notes
create table "public"."notes" (
  "id" bigint,
  "owner" text
);
alter table "public"."notes" enable row level security, force row level security;
create policy "own" on "public"."notes" using (owner = current_user);
create policy "Read all" on "public"."notes" for select to current_user, "pg_monitor" using (true);
create policy "new" on "public"."notes" for insert with check (id > 0 and id in (select p.id from posts p));
create policy "narrow" on "public"."notes" as restrictive for delete to "pg_read_all_data" using (id < 10);

-- and back: drop table notes
drop table "public"."notes";
