-- drop domain spare
drop domain "public"."spare";

-- and back: create domain spare
create domain "public"."spare" as timestamp with time zone default now();
comment on domain "public"."spare" is 'For later.';
