-- add column users.status
alter table "public"."users" add column "status" varchar(20) collate "C" not null default 'new';
comment on column "public"."users"."status" is 'Of late.';

-- and back: drop column users.status
alter table "public"."users" drop column "status";
