-- add column users.plan
-- outside a transaction
alter table "public"."users" add column "plan" varchar not null default 'legacy';
-- outside a transaction
alter table "public"."users" alter column "plan" set default 'free';

-- and back: drop column users.plan
-- outside a transaction
alter table "public"."users" drop column "plan";
