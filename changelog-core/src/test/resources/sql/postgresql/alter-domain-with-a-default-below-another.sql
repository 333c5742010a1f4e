-- alter domain base
alter domain "public"."base" rename to "base__old";
alter domain "public"."upper" rename to "upper__old";
create domain "public"."base" as varchar(9) default 'b';
create domain "public"."upper" as "public"."base" default null;
alter table "public"."things"
  alter column "thing" set data type "public"."upper",
  alter column "own" drop default,
  alter column "own" set data type "public"."upper",
  alter column "own" set default 'c';
drop domain "public"."upper__old";
drop domain "public"."base__old";

-- and back: alter domain base
alter domain "public"."base" rename to "base__old";
alter domain "public"."upper" rename to "upper__old";
create domain "public"."base" as text default 'a';
create domain "public"."upper" as "public"."base" default null;
alter table "public"."things"
  alter column "thing" set data type "public"."upper",
  alter column "own" drop default,
  alter column "own" set data type "public"."upper",
  alter column "own" set default 'c';
drop domain "public"."upper__old";
drop domain "public"."base__old";
