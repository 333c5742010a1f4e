-- add column users.plan
alter table "public"."users"
  add column "plan" text not null default 'legacy',
  alter column "plan" set default 'free';

-- and back: drop column users.plan
alter table "public"."users" drop column "plan";
