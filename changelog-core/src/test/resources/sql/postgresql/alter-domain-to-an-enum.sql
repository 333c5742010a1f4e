-- alter domain code
alter domain "public"."code" rename to "code__old";
create domain "public"."code" as "public"."user_role";
alter table "public"."codes"
  alter column "code" drop default,
  alter column "code" set data type "public"."code" using "code"::"public"."user_role"::"public"."code",
  alter column "code" set default 'citizen',
  alter column "codes" set data type "public"."code"[] using "codes"::"public"."user_role"[]::"public"."code"[];
drop domain "public"."code__old";

-- and back: alter domain code
alter domain "public"."code" rename to "code__old";
create domain "public"."code" as text;
alter table "public"."codes"
  alter column "code" drop default,
  alter column "code" set data type "public"."code",
  alter column "code" set default 'citizen',
  alter column "codes" set data type "public"."code"[];
drop domain "public"."code__old";
