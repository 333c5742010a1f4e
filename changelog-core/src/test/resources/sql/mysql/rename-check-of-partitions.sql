-- rename constraint events_note_check of events to said
-- outside a transaction
alter table `events`
  drop check `events_note_check`,
  add constraint `said` check (note <> '');

-- and back: rename constraint said of events to events_note_check
-- outside a transaction
alter table `events`
  drop check `said`,
  add constraint `events_note_check` check (note <> '');
