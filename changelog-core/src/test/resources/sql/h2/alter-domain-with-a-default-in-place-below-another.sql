-- alter domain base
-- outside a transaction
alter domain "public"."base" set default 'b';

-- and back: alter domain base
-- outside a transaction
alter domain "public"."base" set default 'a';
