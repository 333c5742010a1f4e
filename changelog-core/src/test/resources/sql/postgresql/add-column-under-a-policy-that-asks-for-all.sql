-- add column users.nick
drop policy "all of them" on "public"."posts";
alter table "public"."users" add column "nick" text;
create policy "all of them" on "public"."posts" using (exists (select * from users));

-- and back: drop column users.nick
drop policy "all of them" on "public"."posts";
alter table "public"."users" drop column "nick";
create policy "all of them" on "public"."posts" using (exists (select * from users));
