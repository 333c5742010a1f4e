-- change enum level to [high]
alter type "public"."level" rename to "level__old";
create type "public"."level" as enum ('high');
drop type "public"."level__old";

-- and back: change enum level to [low, high]
alter type "public"."level" rename to "level__old";
create type "public"."level" as enum ('low', 'high');
drop type "public"."level__old";
