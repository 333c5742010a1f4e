-- comment on domain email
comment on domain "public"."email" is 'It''s where one gets letters.';

-- and back: comment on domain email
comment on domain "public"."email" is 'Where to write to.';
