-- rename column users.id to user_id
alter table "users" rename column "id" to "user_id";

-- and back: rename column users.user_id to id
alter table "users" rename column "user_id" to "id";
