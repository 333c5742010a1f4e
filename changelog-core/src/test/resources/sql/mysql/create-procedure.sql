-- create procedure tidy(integer)
-- outside a transaction
create procedure `tidy`(`older` int) sql security invoker
delete from posts where number < older;

-- and back: drop procedure tidy(integer)
-- outside a transaction
drop procedure `tidy`;
