-- drop domain spare
-- outside a transaction
drop domain "public"."spare";

-- and back: create domain spare
-- outside a transaction
create domain "public"."spare" as timestamp with time zone default current_timestamp;
