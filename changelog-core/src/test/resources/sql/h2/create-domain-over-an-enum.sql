-- create domain rank
-- outside a transaction
create domain "public"."rank" as "public"."user_role" default 'citizen';

-- and back: drop domain rank
-- outside a transaction
drop domain "public"."rank";
