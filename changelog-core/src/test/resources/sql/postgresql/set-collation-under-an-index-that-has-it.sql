-- set collation of users.bio
alter table "public"."users" alter column "bio" set data type text collate "C";

-- and back: remove collation of users.bio
drop index "public"."own";
alter table "public"."users"
  drop constraint "alone",
  alter column "bio" set data type text,
  add constraint "alone" exclude using btree ("bio" collate "C" with =);
create index "own" on "public"."users" ("bio" collate "C");
comment on index "public"."own" is 'Sorted.';
