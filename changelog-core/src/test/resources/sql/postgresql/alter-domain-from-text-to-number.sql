-- alter domain code
alter domain "public"."code" rename to "code__old";
create domain "public"."code" as integer default 7;
alter table "public"."codes"
  alter column "code" drop default,
  alter column "code" set data type "public"."code" using "code"::integer::"public"."code",
  alter column "code" set default '8',
  alter column "codes" set data type "public"."code"[] using "codes"::integer[]::"public"."code"[],
  alter column "plain" set data type "public"."code" using "plain"::integer::"public"."code";
drop domain "public"."code__old";

-- and back: alter domain code
alter domain "public"."code" rename to "code__old";
create domain "public"."code" as text default '7';
alter table "public"."codes"
  alter column "code" drop default,
  alter column "code" set data type "public"."code",
  alter column "code" set default '8',
  alter column "codes" set data type "public"."code"[],
  alter column "plain" set data type "public"."code";
drop domain "public"."code__old";
