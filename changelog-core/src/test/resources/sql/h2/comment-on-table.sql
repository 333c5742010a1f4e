-- comment on table users
-- outside a transaction
comment on table "public"."users" is 'It''s new.';

-- and back: comment on table users
-- outside a transaction
comment on table "public"."users" is 'People and robots that post.';
