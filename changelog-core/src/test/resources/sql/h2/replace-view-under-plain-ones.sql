-- replace view active
-- outside a transaction
drop view "public"."Best of all";
-- outside a transaction
drop view "public"."best";
-- outside a transaction
drop view "public"."active";
-- outside a transaction
create view "public"."active" as select id, score + 1 as score, born from users;
-- outside a transaction
create view "public"."best" as select a.* from active as a where a.score > 3;
-- outside a transaction
create view "public"."Best of all" as select max(score) as most from best;

-- and back: replace view active
-- outside a transaction
drop view "public"."Best of all";
-- outside a transaction
drop view "public"."best";
-- outside a transaction
drop view "public"."active";
-- outside a transaction
create view "public"."active" as select id, email, score from users where active;
-- outside a transaction
create view "public"."best" as select a.* from active as a where a.score > 3;
-- outside a transaction
create view "public"."Best of all" as select max(score) as most from best;
