-- create partition s_last of spread
create table "public"."s_last" (like "public"."spread" including defaults including constraints including generated including storage including compression);
alter table "public"."spread" attach partition "public"."s_last" for values with (modulus 8, remainder 7);

-- and back: drop partition s_last of spread
drop table "public"."s_last";
