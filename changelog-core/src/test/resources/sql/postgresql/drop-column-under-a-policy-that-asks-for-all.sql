-- drop column users.settings
drop policy "all of them" on "public"."posts";
alter table "public"."users" drop column "settings";
create policy "all of them" on "public"."posts" using (exists (select * from users));

-- and back: add column users.settings
drop policy "all of them" on "public"."posts";
alter table "public"."users" add column "settings" jsonb default '{}';
create policy "all of them" on "public"."posts" using (exists (select * from users));
