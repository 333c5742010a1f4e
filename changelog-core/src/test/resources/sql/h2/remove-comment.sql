-- remove comment of column users.email
-- outside a transaction
comment on column "public"."users"."email" is null;

-- and back: comment on column users.email
-- outside a transaction
comment on column "public"."users"."email" is 'Where the robot writes to.';
