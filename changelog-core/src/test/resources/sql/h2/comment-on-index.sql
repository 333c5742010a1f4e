-- comment on index users_role_idx
-- outside a transaction
comment on index "public"."users_role_idx" is 'Fast.';

-- and back: remove comment of index users_role_idx
-- outside a transaction
comment on index "public"."users_role_idx" is null;
