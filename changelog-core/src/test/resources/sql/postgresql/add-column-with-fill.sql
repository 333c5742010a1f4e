-- add column users.verified
alter table "public"."users" add column "verified" boolean not null default false;
alter table "public"."users" alter column "verified" drop default;

-- and back: drop column users.verified
alter table "public"."users" drop column "verified";
