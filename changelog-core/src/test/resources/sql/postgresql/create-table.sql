-- create table badges
create table "public"."badges" (
  "user_id" bigint not null,
  "no" smallint not null,
  "kind" "public"."user_role" not null default 'citizen',
  "title" varchar(80) collate "C" default 'it''s',
  "worth" numeric(10, 2) not null default 1.5,
  "given" timestamp(3) with time zone default (now() - interval '1 day'),
  "label" text generated always as (title || no::text) stored,
  "parent_user" bigint,
  "parent_no" smallint,
  constraint "badges_pkey" primary key ("user_id", "no"),
  constraint "badges_title_key" unique ("title") deferrable,
  constraint "badges_worth_check" check (worth >= 0),
  constraint "badges_user_id_fkey" foreign key ("user_id") references "public"."users" ("id") on delete cascade on update restrict,
  constraint "badges_parent_fkey" foreign key ("parent_user", "parent_no") references "public"."badges" ("user_id", "no") on delete set null deferrable initially deferred
);
create index "badges_kind_idx" on "public"."badges" ("kind", "given" desc);
comment on index "public"."badges_kind_idx" is 'For the front page.';
comment on table "public"."badges" is 'What users earn.';
comment on column "public"."badges"."kind" is 'As an enum.';

-- and back: drop table badges
drop table "public"."badges";
