-- create table kinds
create table "public"."kinds" (
  "a" boolean default false,
  "b" smallint default -1,
  "c" integer,
  "d" bigint default 9223372036854775807,
  "e" numeric default 0.5,
  "f" numeric(8),
  "g" numeric(8, 3),
  "h" real default 1.5,
  "i" double precision default ('NaN'),
  "j" char(3) default 'abc',
  "k" varchar,
  "l" varchar(10),
  "m" text default '',
  "n" bytea default '\x00ff',
  "o" date default '2026-05-24',
  "p" time default '10:30',
  "q" time(3),
  "r" timestamp default '2026-05-24 10:30',
  "s" timestamp(0),
  "t" timestamp with time zone default '2026-05-24 10:30+02',
  "u" timestamp(3) with time zone,
  "v" interval default '1 day',
  "w" uuid default gen_random_uuid(),
  "x" json default '{"a": [1]}',
  "y" jsonb default '[]',
  "aa" text[] default '{a,"b c"}',
  "ab" timestamp(3) with time zone[],
  "ac" "public"."user_role"[] default '{}',
  "ad" inet default '10.0.0.1',
  "ae" tstzrange,
  "af" varbit(5),
  "ag" numrange,
  "ah" bit(3) default (B'101')
);

-- and back: drop table kinds
drop table "public"."kinds";
