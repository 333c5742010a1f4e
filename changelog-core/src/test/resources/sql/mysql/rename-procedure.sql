-- rename procedure tidy() to audit.sweep()
-- outside a transaction
create procedure `audit`.`sweep`() sql security invoker
delete from posts;
-- outside a transaction
drop procedure `tidy`;

-- and back: rename procedure audit.sweep() to tidy()
-- outside a transaction
create procedure `tidy`() sql security invoker
delete from posts;
-- outside a transaction
drop procedure `audit`.`sweep`;
