-- update users where role <> 'overlord' -- the rest
update "public"."users" set "role" = 'citizen', "score" = score + 1, "bio" = null where (role <> 'overlord' -- the rest
);

-- and back: sql none
