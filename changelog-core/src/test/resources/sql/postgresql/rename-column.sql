-- rename column users.email to mail
alter table "public"."users" rename column "email" to "mail";

-- and back: rename column users.mail to email
alter table "public"."users" rename column "mail" to "email";
