-- rename view active to audit.Active users
-- outside a transaction
create view `audit`.`Active users` as select id, email, score from users where active;
-- outside a transaction
drop view `active`;

-- and back: rename view audit.Active users to active
-- outside a transaction
create view `active` as select id, email, score from users where active;
-- outside a transaction
drop view `audit`.`Active users`;
