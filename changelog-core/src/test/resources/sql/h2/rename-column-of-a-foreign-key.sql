-- rename column letters.user_id to author_id
-- outside a transaction
alter table "public"."letters" alter column "user_id" rename to "author_id";

-- and back: rename column letters.author_id to user_id
-- outside a transaction
alter table "public"."letters" alter column "author_id" rename to "user_id";
