-- sql update users set score = 1;
update users set score = 1;
insert into teams (id, name) values (9, 'x') -- a team
;

-- and back: sql none
