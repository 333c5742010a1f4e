-- rename view active to Active users
alter view "public"."active" rename to "Active users";

-- and back: rename view Active users to active
alter view "public"."Active users" rename to "active";
