-- change type of posts.title to varchar(20)
-- outside a transaction
alter table `posts` modify column `title` varchar(20) not null;

-- and back: change type of posts.title to varchar(200)
-- outside a transaction
alter table `posts` modify column `title` varchar(200) not null;
