-- create table audit.nets
create table "audit"."nets" (
  "net" inet,
  "host" inet,
  "at" tstzrange,
  constraint "nets_net_excl" exclude using gist ("net" inet_ops with &&),
  constraint "nets_host_excl" exclude using hash ("host" with =),
  constraint "nets_at_excl" exclude using gist ("at" with -|-)
);

-- and back: drop table audit.nets
drop table "audit"."nets";
