-- alter domain code
-- outside a transaction
create domain "public"."code__swap" as integer default 7;
-- outside a transaction
alter table "public"."codes" alter column "code" drop default;
-- outside a transaction
alter table "public"."codes" alter column "code" set data type "public"."code__swap";
-- outside a transaction
alter table "public"."codes" alter column "plain" set data type "public"."code__swap";
-- outside a transaction
drop domain "public"."code";
-- outside a transaction
alter domain "public"."code__swap" rename to "code";
-- outside a transaction
alter table "public"."codes" alter column "code" set default 8;

-- and back: alter domain code
-- outside a transaction
create domain "public"."code__swap" as varchar default '7';
-- outside a transaction
alter table "public"."codes" alter column "code" drop default;
-- outside a transaction
alter table "public"."codes" alter column "code" set data type "public"."code__swap";
-- outside a transaction
alter table "public"."codes" alter column "plain" set data type "public"."code__swap";
-- outside a transaction
drop domain "public"."code";
-- outside a transaction
alter domain "public"."code__swap" rename to "code";
-- outside a transaction
alter table "public"."codes" alter column "code" set default '8';
