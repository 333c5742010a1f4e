-- set collation of users.bio
drop policy "talkers" on "public"."users";
alter table "public"."users" alter column "bio" set data type text collate "C";
create policy "talkers" on "public"."users" as restrictive using (bio > 'a');

-- and back: remove collation of users.bio
drop policy "talkers" on "public"."users";
alter table "public"."users" alter column "bio" set data type text;
create policy "talkers" on "public"."users" as restrictive using (bio > 'a');
