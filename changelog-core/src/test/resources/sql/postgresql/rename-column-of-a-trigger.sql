-- rename column users.email to E-Mail
alter table "public"."users" rename column "email" to "E-Mail";

-- and back: rename column users.E-Mail to email
alter table "public"."users" rename column "E-Mail" to "email";
