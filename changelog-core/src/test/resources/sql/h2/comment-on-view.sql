-- comment on view active
-- outside a transaction
comment on view "public"."active" is 'It''s who is here.';

-- and back: remove comment of view active
-- outside a transaction
comment on view "public"."active" is null;
