-- create index i on events
create index "i" on "public"."events" ("team_id" desc) include ("note") with (fillfactor = 70);
comment on index "public"."i" is 'i';

-- and back: drop index i of events
drop index "public"."i";
