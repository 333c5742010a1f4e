-- rename policy own on users to The own
alter policy "own" on "public"."users" rename to "The own";

-- and back: rename policy The own on users to own
alter policy "The own" on "public"."users" rename to "own";
