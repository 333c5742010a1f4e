-- create view audit.Odd view
-- outside a transaction
create view "audit"."Odd view" as values (1, 'a'), (2, null);

-- and back: drop view audit.Odd view
-- outside a transaction
drop view "audit"."Odd view";
