-- drop enum level
-- outside a transaction
drop domain "public"."level";

-- and back: create enum level
-- outside a transaction
create domain "public"."level" as enum('low', 'high');
