-- sql alter table users add column moved boolean
alter table users add column moved boolean;

-- and back: sql alter table users drop column moved
alter table users drop column moved;
