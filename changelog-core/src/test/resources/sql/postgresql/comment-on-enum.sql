-- comment on enum user_role
comment on type "public"."user_role" is 'New.';

-- and back: comment on enum user_role
comment on type "public"."user_role" is 'What one may do.';
