-- sql create index concurrently users_bio_idx on users (bio)

-- and back: sql create index concurrently users_bio_idx on users (bio)
