-- rename view active to Active users
-- outside a transaction
alter view "public"."active" rename to "Active users";

-- and back: rename view Active users to active
-- outside a transaction
alter view "public"."Active users" rename to "active";
