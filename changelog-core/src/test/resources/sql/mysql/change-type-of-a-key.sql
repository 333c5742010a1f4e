-- change type of posts.id to bigint
-- outside a transaction
alter table `posts` modify column `id` bigint not null auto_increment;

-- and back: change type of posts.id to integer
-- outside a transaction
alter table `posts` modify column `id` int not null auto_increment;
