-- create domain Amount
create domain "public"."Amount" as numeric(10, 2);

-- and back: drop domain Amount
drop domain "public"."Amount";
