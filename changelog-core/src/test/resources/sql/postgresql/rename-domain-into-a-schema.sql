-- rename domain email to audit.address
alter domain "public"."email" rename to "address";
alter domain "public"."address" set schema "audit";

-- and back: rename domain audit.address to email
alter domain "audit"."address" rename to "email";
alter domain "audit"."email" set schema "public";
