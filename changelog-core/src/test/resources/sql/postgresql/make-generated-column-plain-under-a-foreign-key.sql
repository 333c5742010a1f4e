-- remove the expression of codes.code
alter table "public"."codes" alter column "code" drop expression;

-- and back: set the expression of codes.code
alter table "public"."uses" drop constraint "uses_code_fkey";
alter table "public"."codes"
  drop constraint "codes_id_code_key",
  drop constraint "codes_pkey",
  drop column "code",
  add column "code" integer not null generated always as (id + 1) stored,
  add constraint "codes_id_code_key" unique ("id", "code");
alter table "public"."codes" add constraint "codes_pkey" primary key ("code");
alter table "public"."uses" add constraint "uses_code_fkey" foreign key ("code") references "public"."codes" ("code");
