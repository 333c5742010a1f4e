-- make posts.number nullable
-- outside a transaction
alter table `posts` modify column `number` bigint;

-- and back: make posts.number not null
update `posts` set `number` = 0 where `number` is null;
-- outside a transaction
alter table `posts` modify column `number` bigint not null;
