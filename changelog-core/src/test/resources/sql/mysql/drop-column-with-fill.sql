-- drop column posts.number
-- outside a transaction
alter table `posts` drop column `number`, lock = none;

-- and back: add column posts.number
-- outside a transaction
alter table `posts` add column `number` bigint not null default 0, lock = none;
-- outside a transaction
alter table `posts` modify column `number` bigint not null;
