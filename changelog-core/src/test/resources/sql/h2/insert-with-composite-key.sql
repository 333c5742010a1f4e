-- insert 2 rows into pairs
insert into "public"."pairs" ("a", "b", "c") values
  (1, 'x', 'y');
insert into "public"."pairs" ("a", "b") values
  (2, 'it''s');

-- and back: delete 2 rows inserted into pairs
delete from "public"."pairs" where ("a", "b") in ((1, 'x'), (2, 'it''s'));
