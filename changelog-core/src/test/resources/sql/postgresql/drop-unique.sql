-- drop constraint users_email_key of users
alter table "public"."users" drop constraint "users_email_key";

-- and back: add unique users_email_key to users
alter table "public"."users" add constraint "users_email_key" unique ("email");
