-- rename view active to Active users
drop view "active";
create view "Active users" as select id, email, score from users where active;

-- and back: rename view Active users to active
drop view "Active users";
create view "active" as select id, email, score from users where active;
