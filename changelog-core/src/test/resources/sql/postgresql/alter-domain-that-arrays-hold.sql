-- alter domain percent
drop index "public"."jobs_done_idx";
alter table "public"."jobs"
  drop constraint "jobs_done_check",
  drop column "half";
drop function "public"."is_done"("public"."percent");
alter domain "public"."percent" rename to "percent__old";
create domain "public"."percent" as integer default 0
  constraint "small" check (value < 101);
alter table "public"."jobs"
  alter column "done" set data type "public"."percent",
  alter column "all_done" drop default,
  alter column "all_done" set data type "public"."percent"[],
  alter column "all_done" set default '{1,2}';
drop domain "public"."percent__old";
set local check_function_bodies = off;
create function "public"."is_done"("public"."percent")
  returns boolean
  language sql
  immutable
  as $body$
select $1 = 100
$body$;
reset check_function_bodies;
alter table "public"."jobs"
  add column "half" "public"."percent" generated always as (done / 2) stored,
  add constraint "jobs_done_check" check (done <> 13);
create index "jobs_done_idx" on "public"."jobs" ((done + 1)) where (is_done(done));

-- and back: alter domain percent
drop index "public"."jobs_done_idx";
alter table "public"."jobs"
  drop constraint "jobs_done_check",
  drop column "half";
drop function "public"."is_done"("public"."percent");
alter domain "public"."percent" rename to "percent__old";
create domain "public"."percent" as integer default 0
  constraint "percent_check" check (value between 0 and 100);
alter table "public"."jobs"
  alter column "done" set data type "public"."percent",
  alter column "all_done" drop default,
  alter column "all_done" set data type "public"."percent"[],
  alter column "all_done" set default '{1,2}';
drop domain "public"."percent__old";
set local check_function_bodies = off;
create function "public"."is_done"("public"."percent")
  returns boolean
  language sql
  immutable
  as $body$
select $1 = 100
$body$;
reset check_function_bodies;
alter table "public"."jobs"
  add column "half" "public"."percent" generated always as (done / 2) stored,
  add constraint "jobs_done_check" check (done <> 13);
create index "jobs_done_idx" on "public"."jobs" ((done + 1)) where (is_done(done));
