-- drop view audit.best
drop view "audit"."best";

-- and back: create view audit.best
create view "audit"."best" as
select role from totals where score > 3;
comment on view "audit"."best" is 'The best.';
