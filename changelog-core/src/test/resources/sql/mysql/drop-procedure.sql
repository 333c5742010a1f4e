-- drop procedure tidy()
-- outside a transaction
drop procedure `tidy`;

-- and back: create procedure tidy()
-- outside a transaction
create procedure `tidy`() sql security invoker
delete from posts;
