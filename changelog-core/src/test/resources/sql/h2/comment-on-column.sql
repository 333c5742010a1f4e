-- comment on column users.bio
-- outside a transaction
comment on column "public"."users"."bio" is 'Free text.';

-- and back: remove comment of column users.bio
-- outside a transaction
comment on column "public"."users"."bio" is null;
