-- delete from posts where number > 5
delete from `posts` where number > 5;

-- and back: sql none
