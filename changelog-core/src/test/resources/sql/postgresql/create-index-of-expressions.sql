-- create index users_many_idx on users
create unique index "users_many_idx" on "public"."users" ((lower(bio)), (score + 1) desc, "email" collate "C" text_pattern_ops, "born" nulls first) include ("role", "score") with (fillfactor = 70) where (active and role <> 'overlord');
comment on index "public"."users_many_idx" is 'Of everything.';

-- and back: drop index users_many_idx of users
drop index "public"."users_many_idx";
