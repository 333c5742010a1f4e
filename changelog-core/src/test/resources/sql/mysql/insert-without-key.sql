-- insert 2 rows into tags
insert into `tags` (`name`) values
  ('new');
insert into `tags` () values ();

-- and back: sql delete from tags
delete from tags;
