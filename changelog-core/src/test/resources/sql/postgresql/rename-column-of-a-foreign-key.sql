-- rename column letters.user_id to author_id
alter table "public"."letters" rename column "user_id" to "author_id";

-- and back: rename column letters.author_id to user_id
alter table "public"."letters" rename column "author_id" to "user_id";
