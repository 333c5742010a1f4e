-- drop enum level
drop type "public"."level";

-- and back: create enum level
create type "public"."level" as enum ('low', 'high');
comment on type "public"."level" is 'How bad.';
