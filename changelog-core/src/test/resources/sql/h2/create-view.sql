-- create view active
-- outside a transaction
create view "public"."active" as -- those who are here
select u.*, t.name as team
from users u
left join teams t on t.id = u.team_id
where u.active;
-- outside a transaction
comment on view "public"."active" is 'Who is here.';

-- and back: drop view active
-- outside a transaction
drop view "public"."active";
