-- rename column users.email to mail
alter table "users" rename column "email" to "mail";

-- and back: rename column users.mail to email
alter table "users" rename column "mail" to "email";
