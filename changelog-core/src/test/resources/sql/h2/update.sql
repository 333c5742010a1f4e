-- update users where role <> 'overlord'
update "public"."users" set "role" = 'citizen', "score" = score + 1, "bio" = null where role <> 'overlord';

-- and back: sql none
