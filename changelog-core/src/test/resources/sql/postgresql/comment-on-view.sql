-- comment on view active
comment on view "public"."active" is 'It''s who is here.';

-- and back: remove comment of view active
comment on view "public"."active" is null;
