-- create enum audit.level
create type "audit"."level" as enum ('low', 'it''s high');
comment on type "audit"."level" is 'How bad.';

-- and back: drop enum audit.level
drop type "audit"."level";
