-- delete from posts where number > 5
delete from "public"."posts" where number > 5;

-- and back: sql none
