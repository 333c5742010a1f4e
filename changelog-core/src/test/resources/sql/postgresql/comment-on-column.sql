-- comment on column users.bio
comment on column "public"."users"."bio" is 'Free text.';

-- and back: remove comment of column users.bio
comment on column "public"."users"."bio" is null;
