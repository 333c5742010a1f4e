-- sql create index concurrently users_bio_idx on users (bio)
-- outside a transaction
create index concurrently users_bio_idx on users (bio);
-- outside a transaction
vacuum users;

-- and back: sql drop index users_bio_idx
-- outside a transaction
drop index users_bio_idx;
