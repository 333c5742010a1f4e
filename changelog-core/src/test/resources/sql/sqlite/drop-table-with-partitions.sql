-- drop table events
drop table "events";

-- and back: create table events
create table "events" (
  "id" bigint not null,
  "at" date not null,
  "the Role" text default 'citizen' check ("the Role" in ('citizen', 'moderator', 'overlord')),
  "team_id" bigint,
  "note" varchar(80),
  constraint "events_pkey" primary key ("id", "at"),
  constraint "events_note_key" unique ("note", "at"),
  constraint "events_note_check" check (note <> ''),
  constraint "events_team_id_fkey" foreign key ("team_id") references "teams" ("id") on delete set null
);
create index "events_at_idx" on "events" ("at");
create index "by note" on "events" ((lower(note))) where (note is not null);
