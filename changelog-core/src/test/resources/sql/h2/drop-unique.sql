-- drop constraint users_email_key of users
-- outside a transaction
alter table "public"."users" drop constraint if exists "users_email_key";

-- and back: add unique users_email_key to users
-- outside a transaction
alter table "public"."users" add constraint "users_email_key" unique ("email");
