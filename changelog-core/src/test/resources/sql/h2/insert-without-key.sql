-- insert 2 rows into tags
insert into "public"."tags" ("name") values
  ('new');
insert into "public"."tags" default values;

-- and back: sql delete from tags
delete from tags;
