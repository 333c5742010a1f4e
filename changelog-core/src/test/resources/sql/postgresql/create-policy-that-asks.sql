-- create policy by the living on posts
create policy "by the living" on "public"."posts" using (exists (select * from users where users.id = posts.author_id and active));

-- and back: drop policy by the living on posts
drop policy "by the living" on "public"."posts";
