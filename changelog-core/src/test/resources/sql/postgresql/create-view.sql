-- create view active
create view "public"."active" as
-- those who are here
select u.*, t.name as team
from users u
left join teams t on t.id = u.team_id
where u.active;
comment on view "public"."active" is 'Who is here.';

-- and back: drop view active
drop view "public"."active";
