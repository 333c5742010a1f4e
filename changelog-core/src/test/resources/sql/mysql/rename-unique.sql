-- rename constraint users_email_key of users to users_mail_key
-- outside a transaction
alter table `users` rename index `users_email_key` to `users_mail_key`, lock = none;

-- and back: rename constraint users_mail_key of users to users_email_key
-- outside a transaction
alter table `users` rename index `users_mail_key` to `users_email_key`, lock = none;
