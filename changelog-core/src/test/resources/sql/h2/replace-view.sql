-- replace view active
-- outside a transaction
drop view "public"."active";
-- outside a transaction
create view "public"."active" as select email as mail from users;

-- and back: replace view active
-- outside a transaction
drop view "public"."active";
-- outside a transaction
create view "public"."active" as select id, email, score from users where active;
