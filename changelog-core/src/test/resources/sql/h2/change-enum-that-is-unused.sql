-- change enum level to [high]
-- outside a transaction
create domain "public"."level__swap" as enum('high');
-- outside a transaction
drop domain "public"."level";
-- outside a transaction
alter domain "public"."level__swap" rename to "level";

-- and back: change enum level to [low, high]
-- outside a transaction
create domain "public"."level__swap" as enum('low', 'high');
-- outside a transaction
drop domain "public"."level";
-- outside a transaction
alter domain "public"."level__swap" rename to "level";
