-- drop index by note of events
drop index "public"."by note";

-- and back: create index by note on events
create index "by note" on "public"."events" ((lower(note))) where (note is not null);
