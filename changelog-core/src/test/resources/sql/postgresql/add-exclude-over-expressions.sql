-- add exclusion No two to users
alter table "public"."users" add constraint "No two" exclude using gist ((int8range(id, id + 1)) with &&, "email" collate "C" audit.gist_text_ops with operator(pg_catalog.<>)) where (active or score > 3) deferrable initially deferred;

-- and back: drop constraint No two of users
alter table "public"."users" drop constraint "No two";
