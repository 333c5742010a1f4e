-- replace view active
drop view "active";
create view "active" as select email as mail from users;

-- and back: replace view active
drop view "active";
create view "active" as select id, email, score from users where active;
