-- set storage parameters of notes
alter table "public"."notes" reset (autovacuum_enabled, fillfactor);

-- and back: set storage parameters of notes
alter table "public"."notes" set (autovacuum_enabled = false, fillfactor = 70);
