-- create domain rank
create domain "public"."rank" as "public"."user_role" default 'citizen';

-- and back: drop domain rank
drop domain "public"."rank";
