-- create view audit.Odd view
create view "audit"."Odd view" as
values (1, 'a'), (2, null);

-- and back: drop view audit.Odd view
drop view "audit"."Odd view";
