-- rename table events to audit.happenings
alter table "public"."events" rename to "happenings";
alter table "public"."happenings" set schema "audit";
alter table "public"."e_26" set schema "audit";
alter table "public"."E 27" set schema "audit";
alter table "public"."e_rest" set schema "audit";

-- and back: rename table audit.happenings to events
alter table "audit"."happenings" rename to "events";
alter table "audit"."events" set schema "public";
alter table "audit"."e_26" set schema "public";
alter table "audit"."E 27" set schema "public";
alter table "audit"."e_rest" set schema "public";
