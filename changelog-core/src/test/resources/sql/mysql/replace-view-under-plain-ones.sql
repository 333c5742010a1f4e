-- replace view active
-- outside a transaction
create or replace view `active` as select id, score + 1 as score, born from users;
-- outside a transaction
create or replace view `best` as select a.* from active as a where a.score > 3;
-- outside a transaction
create or replace view `Best of all` as select max(score) as most from best;

-- and back: replace view active
-- outside a transaction
create or replace view `active` as select id, email, score from users where active;
-- outside a transaction
create or replace view `best` as select a.* from active as a where a.score > 3;
-- outside a transaction
create or replace view `Best of all` as select max(score) as most from best;
