-- alter domain base
-- outside a transaction
create domain "public"."base__swap" as varchar(9) default 'b';
-- outside a transaction
create domain "public"."upper__swap" as "public"."base__swap" default null;
-- outside a transaction
alter table "public"."things" alter column "own" drop default;
-- outside a transaction
alter table "public"."things" alter column "thing" set data type "public"."upper__swap";
-- outside a transaction
alter table "public"."things" alter column "own" set data type "public"."upper__swap";
-- outside a transaction
drop domain "public"."upper";
-- outside a transaction
drop domain "public"."base";
-- outside a transaction
alter domain "public"."base__swap" rename to "base";
-- outside a transaction
alter domain "public"."upper__swap" rename to "upper";
-- outside a transaction
alter table "public"."things" alter column "own" set default 'c';

-- and back: alter domain base
-- outside a transaction
create domain "public"."base__swap" as varchar default 'a';
-- outside a transaction
create domain "public"."upper__swap" as "public"."base__swap" default null;
-- outside a transaction
alter table "public"."things" alter column "own" drop default;
-- outside a transaction
alter table "public"."things" alter column "thing" set data type "public"."upper__swap";
-- outside a transaction
alter table "public"."things" alter column "own" set data type "public"."upper__swap";
-- outside a transaction
drop domain "public"."upper";
-- outside a transaction
drop domain "public"."base";
-- outside a transaction
alter domain "public"."base__swap" rename to "base";
-- outside a transaction
alter domain "public"."upper__swap" rename to "upper";
-- outside a transaction
alter table "public"."things" alter column "own" set default 'c';
