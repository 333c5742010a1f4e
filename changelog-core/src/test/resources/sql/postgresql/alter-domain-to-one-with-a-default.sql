-- alter domain upper
alter domain "public"."upper" rename to "upper__old";
create domain "public"."upper" as "public"."base" default null;
alter table "public"."things" alter column "thing" set data type "public"."upper";
drop domain "public"."upper__old";

-- and back: alter domain upper
alter domain "public"."upper" rename to "upper__old";
create domain "public"."upper" as text default 'a';
alter table "public"."things" alter column "thing" set data type "public"."upper";
drop domain "public"."upper__old";
