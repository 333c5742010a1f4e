-- alter domain email
drop index "public"."users_handle_idx";
alter table "public"."users"
  drop constraint "users_handle_check",
  drop column "handle";
alter table "public"."jobs" drop constraint "jobs_mail_check";
alter domain "public"."email" rename to "email__old";
alter domain "audit"."work_email" rename to "work_email__old";
create domain "public"."email" as varchar(60)
  constraint "email_check" check (value like '%@%');
create domain "audit"."work_email" as "public"."email" default 'nobody@example.org';
alter table "public"."jobs"
  alter column "mail" drop default,
  alter column "mail" set data type "public"."email",
  alter column "mail" set default 'a@b',
  alter column "work" set data type "audit"."work_email";
drop domain "audit"."work_email__old";
drop domain "public"."email__old";
alter table "public"."users"
  add column "handle" text generated always as (lower(email)) stored,
  add constraint "users_handle_check" check (handle <> '');
alter table "public"."jobs" add constraint "jobs_mail_check" check (mail <> 'x@y');
create unique index "users_handle_idx" on "public"."users" ("handle");
comment on index "public"."users_handle_idx" is 'One handle each.';
comment on column "public"."users"."handle" is 'The short one.';

-- and back: alter domain email
drop index "public"."users_handle_idx";
alter table "public"."users"
  drop constraint "users_handle_check",
  drop column "handle";
alter table "public"."jobs" drop constraint "jobs_mail_check";
alter domain "public"."email" rename to "email__old";
alter domain "audit"."work_email" rename to "work_email__old";
create domain "public"."email" as text
  constraint "email_check" check (value like '%@%')
  constraint "short" check (is_short(value));
comment on domain "public"."email" is 'Where to write to.';
create domain "audit"."work_email" as "public"."email" default 'nobody@example.org';
alter table "public"."jobs"
  alter column "mail" drop default,
  alter column "mail" set data type "public"."email",
  alter column "mail" set default 'a@b',
  alter column "work" set data type "audit"."work_email";
drop domain "audit"."work_email__old";
drop domain "public"."email__old";
alter table "public"."users"
  add column "handle" text generated always as (lower(email)) stored,
  add constraint "users_handle_check" check (handle <> '');
alter table "public"."jobs" add constraint "jobs_mail_check" check (mail <> 'x@y');
create unique index "users_handle_idx" on "public"."users" ("handle");
comment on index "public"."users_handle_idx" is 'One handle each.';
comment on column "public"."users"."handle" is 'The short one.';
