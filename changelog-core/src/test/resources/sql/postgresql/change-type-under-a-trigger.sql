-- change type of users.score to bigint
drop trigger "users_touch" on "public"."users";
alter table "public"."users"
  alter column "score" drop default,
  alter column "score" set data type bigint,
  alter column "score" set default 0;
create trigger "users_touch" before insert or update of "email", "score" on "public"."users" for each row when (new.score > 3 and new.email <> '') execute function "public"."touch"();

-- and back: change type of users.score to integer
drop trigger "users_touch" on "public"."users";
alter table "public"."users"
  alter column "score" drop default,
  alter column "score" set data type integer,
  alter column "score" set default 0;
create trigger "users_touch" before insert or update of "email", "score" on "public"."users" for each row when (new.score > 3 and new.email <> '') execute function "public"."touch"();
