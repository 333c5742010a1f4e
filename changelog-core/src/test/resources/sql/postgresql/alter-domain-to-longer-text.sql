-- alter domain tags
alter domain "public"."tags" rename to "tags__old";
create domain "public"."tags" as varchar(40)[];
alter table "public"."jobs" alter column "tags" set data type "public"."tags";
drop domain "public"."tags__old";

-- and back: alter domain tags
alter domain "public"."tags" rename to "tags__old";
create domain "public"."tags" as varchar(20)[] default '{}';
alter table "public"."jobs" alter column "tags" set data type "public"."tags";
drop domain "public"."tags__old";
