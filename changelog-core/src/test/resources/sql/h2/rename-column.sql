-- rename column users.email to mail
-- outside a transaction
alter table "public"."users" alter column "email" rename to "mail";

-- and back: rename column users.mail to email
-- outside a transaction
alter table "public"."users" alter column "mail" rename to "email";
