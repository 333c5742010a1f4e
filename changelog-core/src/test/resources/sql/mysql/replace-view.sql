-- replace view active
-- outside a transaction
create or replace view `active` as select email as mail from users;

-- and back: replace view active
-- outside a transaction
create or replace view `active` as select id, email, score from users where active;
