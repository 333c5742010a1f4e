-- create table nets
create table "public"."nets" (
  "host" inet,
  constraint "one" exclude using hash ("host" with =)
);
alter table "public"."nets" add constraint "other" exclude using hash ("host" with =);

-- and back: drop table nets
drop table "public"."nets";
