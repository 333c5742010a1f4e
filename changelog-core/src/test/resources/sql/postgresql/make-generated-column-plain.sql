-- remove the expression of users.handle
alter table "public"."users" alter column "handle" drop expression;

-- and back: set the expression of users.handle
drop index "public"."users_handle_idx";
alter table "public"."users"
  drop column "handle",
  add column "handle" text generated always as (lower(email)) stored;
comment on column "public"."users"."handle" is 'The short one.';
create unique index "users_handle_idx" on "public"."users" ("handle");
comment on index "public"."users_handle_idx" is 'One handle each.';
