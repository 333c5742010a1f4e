-- rename constraint users_email_key of users to users_mail_key
-- outside a transaction
alter table "public"."users" rename constraint "users_email_key" to "users_mail_key";

-- and back: rename constraint users_mail_key of users to users_email_key
-- outside a transaction
alter table "public"."users" rename constraint "users_mail_key" to "users_email_key";
