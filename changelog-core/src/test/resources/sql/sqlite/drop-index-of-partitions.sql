-- drop index by note of events
drop index "by note";

-- and back: create index by note on events
create index "by note" on "events" ((lower(note))) where (note is not null);
