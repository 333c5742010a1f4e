-- replace view active
drop view "active";
create view "active" as select id, score + 1 as score, born from users;

-- and back: replace view active
drop view "active";
create view "active" as select id, email, score from users where active;
