-- add primary key Tag key to tags
-- outside a transaction
alter table `tags` add primary key (`id`);

-- and back: drop constraint Tag key of tags
-- outside a transaction
alter table `tags` drop primary key;
