-- alter domain base
alter domain "public"."base" set default 'b';

-- and back: alter domain base
alter domain "public"."base" set default 'a';
