-- rename index users_role_idx of users to users_rank_idx
drop index "users_role_idx";
create index "users_rank_idx" on "users" ("role") where (role <> 'overlord');

-- and back: rename index users_rank_idx of users to users_role_idx
drop index "users_rank_idx";
create index "users_role_idx" on "users" ("role") where (role <> 'overlord');
