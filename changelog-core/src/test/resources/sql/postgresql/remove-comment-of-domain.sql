-- remove comment of domain email
comment on domain "public"."email" is null;

-- and back: comment on domain email
comment on domain "public"."email" is 'Where to write to.';
