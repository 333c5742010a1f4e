-- alter domain upper
-- outside a transaction
create domain "public"."upper__swap" as "public"."base" default null;
-- outside a transaction
alter table "public"."things" alter column "thing" set data type "public"."upper__swap";
-- outside a transaction
drop domain "public"."upper";
-- outside a transaction
alter domain "public"."upper__swap" rename to "upper";

-- and back: alter domain upper
-- outside a transaction
create domain "public"."upper__swap" as varchar default 'a';
-- outside a transaction
alter table "public"."things" alter column "thing" set data type "public"."upper__swap";
-- outside a transaction
drop domain "public"."upper";
-- outside a transaction
alter domain "public"."upper__swap" rename to "upper";
