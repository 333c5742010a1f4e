-- remove identity of posts.id
-- outside a transaction
alter table `posts` modify column `id` int not null;

-- and back: set identity of posts.id
-- outside a transaction
alter table `posts` modify column `id` int not null auto_increment;
