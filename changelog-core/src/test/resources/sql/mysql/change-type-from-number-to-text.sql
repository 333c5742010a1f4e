-- change type of posts.number to text
-- outside a transaction
alter table `posts` modify column `number` longtext not null;

-- and back: change type of posts.number to bigint
-- outside a transaction
alter table `posts` modify column `number` bigint not null;
