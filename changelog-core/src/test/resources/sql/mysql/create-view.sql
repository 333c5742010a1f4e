-- create view active
-- outside a transaction
create view `active` as -- those who are here
select u.*, t.name as team
from users u
left join teams t on t.id = u.team_id
where u.active;

-- and back: drop view active
-- outside a transaction
drop view `active`;
