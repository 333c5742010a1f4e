-- sql create index concurrently users_bio_idx on users (bio)

-- and back: sql drop index users_bio_idx
