-- rename value moderator of enum user_role to it's me
alter type "public"."user_role" rename value 'moderator' to 'it''s me';

-- and back: rename value it's me of enum user_role to moderator
alter type "public"."user_role" rename value 'it''s me' to 'moderator';
