-- create enum audit.level
-- outside a transaction
create domain "audit"."level" as enum('low', 'it''s high');

-- and back: drop enum audit.level
-- outside a transaction
drop domain "audit"."level";
