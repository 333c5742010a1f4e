-- alter domain code
-- outside a transaction
create domain "public"."code__swap" as "public"."user_role";
-- outside a transaction
alter table "public"."codes" alter column "code" drop default;
-- outside a transaction
alter table "public"."codes" alter column "code" set data type "public"."code__swap";
-- outside a transaction
drop domain "public"."code";
-- outside a transaction
alter domain "public"."code__swap" rename to "code";
-- outside a transaction
alter table "public"."codes" alter column "code" set default 'citizen';

-- and back: alter domain code
-- outside a transaction
create domain "public"."code__swap" as varchar;
-- outside a transaction
alter table "public"."codes" alter column "code" drop default;
-- outside a transaction
alter table "public"."codes" alter column "code" set data type "public"."code__swap";
-- outside a transaction
drop domain "public"."code";
-- outside a transaction
alter domain "public"."code__swap" rename to "code";
-- outside a transaction
alter table "public"."codes" alter column "code" set default 'citizen';
