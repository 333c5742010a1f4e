-- set storage parameters of notes
alter table "public"."notes" reset (fillfactor), set (parallel_workers = 2);

-- and back: set storage parameters of notes
alter table "public"."notes" reset (parallel_workers), set (fillfactor = 70);
