-- create domain Amount
-- outside a transaction
create domain "public"."Amount" as decimal(10, 2);

-- and back: drop domain Amount
-- outside a transaction
drop domain "public"."Amount";
