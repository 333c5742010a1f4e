-- add exclusion users_bio_excl to users
alter table "public"."users" add constraint "users_bio_excl" exclude using btree ("bio" desc nulls last with =) deferrable;

-- and back: drop constraint users_bio_excl of users
alter table "public"."users" drop constraint "users_bio_excl";
