-- rename trigger users_touch on users to Stamp
alter trigger "users_touch" on "public"."users" rename to "Stamp";

-- and back: rename trigger Stamp on users to users_touch
alter trigger "Stamp" on "public"."users" rename to "users_touch";
