-- create partition n of audit.log
create table "audit"."n" (like "audit"."log" including defaults including constraints including generated including storage including compression);
alter table "audit"."log" attach partition "audit"."n" default;

-- and back: drop partition n of audit.log
drop table "audit"."n";
