-- rename value moderator of enum user_role to mod
alter type "public"."user_role" rename value 'moderator' to 'mod';

-- and back: rename value mod of enum user_role to moderator
alter type "public"."user_role" rename value 'mod' to 'moderator';
