-- set collation of users.email
drop trigger "users_touch" on "public"."users";
drop index "public"."users_handle_idx";
alter table "public"."users"
  drop constraint "users_handle_check",
  drop column "handle",
  alter column "email" set data type varchar(320) collate "C",
  add column "handle" text generated always as (lower(email)) stored,
  add constraint "users_handle_check" check (handle <> '');
create unique index "users_handle_idx" on "public"."users" ("handle");
comment on index "public"."users_handle_idx" is 'One handle each.';
comment on column "public"."users"."handle" is 'The short one.';
create trigger "users_touch" before insert or update of "email", "score" on "public"."users" for each row when (new.score > 3 and new.email <> '') execute function "public"."touch"();

-- and back: remove collation of users.email
drop trigger "users_touch" on "public"."users";
drop index "public"."users_handle_idx";
alter table "public"."users"
  drop constraint "users_handle_check",
  drop column "handle",
  alter column "email" set data type varchar(320),
  add column "handle" text generated always as (lower(email)) stored,
  add constraint "users_handle_check" check (handle <> '');
create unique index "users_handle_idx" on "public"."users" ("handle");
comment on index "public"."users_handle_idx" is 'One handle each.';
comment on column "public"."users"."handle" is 'The short one.';
create trigger "users_touch" before insert or update of "email", "score" on "public"."users" for each row when (new.score > 3 and new.email <> '') execute function "public"."touch"();
